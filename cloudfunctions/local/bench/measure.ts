/** What one run of many calls came to. */
export interface Measured {
  clients: number;
  calls: number;
  perSecond: number;
  /** This process's CPU for one call, in ms: the server's share, since clients live in it and do next to nothing. */
  cpuMs: number;
  p50Ms: number;
  p95Ms: number;
}

/** Runs `call` `calls` times by `clients` at once; `call` gets the number of its turn. */
export async function measure(clients: number, calls: number, call: (turn: number) => Promise<unknown>): Promise<Measured> {
  const tookMs: number[] = [];
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  let turn = 0;
  const client = async () => {
    while (turn < calls) {
      const mine = turn;
      turn += 1;
      const at = performance.now();
      await call(mine);
      tookMs.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - startedAt) / 1_000;
  const cpu = process.cpuUsage(cpuBefore);
  tookMs.sort((a, b) => a - b);
  const at = (share: number) => tookMs[Math.min(tookMs.length - 1, Math.floor(tookMs.length * share))] ?? 0;
  return {
    clients,
    calls,
    perSecond: calls / seconds,
    cpuMs: (cpu.user + cpu.system) / 1_000 / calls,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
  };
}

/** A table of text, columns aligned, for people; `| a | b |` lines as Markdown has them. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
