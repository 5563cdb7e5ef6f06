import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, orNull, Trouble } from '../start/trouble';
import type { Cluster } from './cluster';
import { runProgram } from './command';

/** The process id of the server that runs on `data` by its pid file, or null when none does. */
export async function runningServer(data: string): Promise<number | null> {
  const pid = await recordedPid(data);
  return pid !== null && isAlive(pid) && (await isServerOf(pid, data)) ? pid : null;
}

/**
 * Ends the server that a start left behind when it was killed. Only the holder of the folder may call this:
 * holding it is what proves that nobody uses that server.
 */
export async function endOrphan({ data, binaries, owner }: Cluster): Promise<void> {
  const pid = await recordedPid(data);
  if (pid === null) return;
  if (!isAlive(pid) || !(await isServerOf(pid, data))) {
    // The number may belong to a stranger by now, and PostgreSQL would take that for itself and not start.
    await rm(path.join(data, 'postmaster.pid'), { force: true });
    return;
  }
  for (const mode of ['fast', 'immediate']) {
    const args = ['stop', '--wait', '--timeout=30', `--mode=${mode}`, '--pgdata', data];
    const { code } = await runProgram(binaries.pgCtl, args, owner);
    if (code === 0 || !isAlive(pid)) return;
  }
  throw new Trouble(
    `上次留下的数据库进程 ${pid} 无法停止`,
    `the database process ${pid} of an earlier start does not stop`,
  );
}

async function recordedPid(data: string): Promise<number | null> {
  const [first = ''] = (
    (await orNull(readFile(path.join(data, 'postmaster.pid'), 'utf8'))) ?? ''
  ).split('\n');
  const pid = Number(first.trim());
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

/** True while there is a process with this id, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return codeOf(fault) === 'EPERM';
  }
}

/** Process ids are used again: the command line says whether this one is the server of `data`. */
async function isServerOf(pid: number, data: string): Promise<boolean> {
  const command = await commandLine(pid);
  return command.includes('postgres') && (process.platform === 'win32' || command.includes(data));
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux')
    return (await orNull(readFile(`/proc/${pid}/cmdline`, 'utf8'))) ?? '';
  const [file, args] =
    process.platform === 'win32'
      ? (['tasklist', ['/FI', `PID eq ${pid}`, '/NH']] as const)
      : (['ps', ['-o', 'command=', '-p', String(pid)]] as const);
  return new Promise((resolve) => {
    execFile(file, args, (fault, said) => resolve(fault === null ? said : ''));
  });
}
