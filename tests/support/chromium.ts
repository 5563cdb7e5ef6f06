import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const root = path.resolve(__dirname, '../..');
const cache = path.join(root, '.cache/browser');

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-proxy-server',
  // No name but this machine's is ever looked up, whatever a page or the browser itself asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** Starts the browser that npm brought, with a Chinese font; nothing of the machine's own is used. */
export async function launchChromium(): Promise<Browser> {
  const home = await unpack();
  return chromium.launch({
    executablePath: path.join(home, 'chromium'),
    args: flags,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: path.join(home, 'al2023/lib'),
      FONTCONFIG_PATH: writeFontSettings(),
    },
  });
}

/** The folder of the unpacked browser, made once for each version of its package. */
async function unpack(): Promise<string> {
  const manifest = path.join(root, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const home = path.join(cache, version);
  const script = path.join(__dirname, 'unpack-browser.mjs');
  await promisify(execFile)(process.execPath, [script, home]);
  return home;
}

/** Names the one font there is: without this, Chinese is blank. */
function writeFontSettings(): string {
  const folder = path.join(cache, 'fonts');
  const fonts = path.join(root, 'node_modules/@embedpdf/fonts-sc/fonts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'fonts.conf'),
    [
      '<?xml version="1.0"?>',
      '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
      `<fontconfig><dir>${fonts}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
    ].join('\n'),
  );
  return folder;
}
