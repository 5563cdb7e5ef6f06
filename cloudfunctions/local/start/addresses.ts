import { networkInterfaces } from 'node:os';
import { toString } from 'qrcode';

const people = [
  ['顾客 shopper', 'shopper:1'],
  ['导购 guide  ', 'guide:1'],
  ['店长 manager', 'manager:1'],
] as const;

/** What the person sees of the open shop: where each role goes in, and a code for a phone. */
export async function describeAddresses(
  url: string,
  host: string,
  colours: boolean,
): Promise<string> {
  const home = reachable(url, host);
  return [
    '',
    '熟客已开张 | Shuke is open',
    '',
    ...people.map(([name, as]) => `  ${name}   ${home}/?as=${as}`),
    `  接口 API       ${home}/api`,
    '',
    ...(await drawCode(`${home}/?as=shopper:1`, colours)),
    home === url
      ? '  手机访问请用 HOST=0.0.0.0 npm start | for phones in your network: HOST=0.0.0.0 npm start'
      : '  手机连同一局域网后扫码 | scan with a phone in the same network',
    '',
    'Ctrl-C 停止 | Ctrl-C stops everything',
    '',
  ].join('\n');
}

/** Black on white where that can be said; many phones do not read the reverse, which a dark terminal would show. */
async function drawCode(address: string, colours: boolean): Promise<string[]> {
  const code = await toString(address, { type: 'utf8', margin: 2 });
  const lines = code.split('\n').filter((line) => line !== '');
  return lines.map((line) => (colours ? `  \u001b[30;107m${line}\u001b[0m` : `  ${line}`));
}

/** The address that others can open: the local network's when the host listens to it. */
export function reachable(url: string, host: string): string {
  if (host !== '0.0.0.0') return url;
  const found = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal);
  if (found === undefined) return url;
  return `http://${found.address}:${new URL(url).port}`;
}
