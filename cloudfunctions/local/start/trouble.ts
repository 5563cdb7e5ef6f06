/** Something that the person at the keyboard can mend, in one line: Chinese first, then English. */
export class Trouble extends Error {
  constructor(chinese: string, english: string, options?: ErrorOptions) {
    super(`${chinese} | ${english}`, options);
    this.name = 'Trouble';
  }
}

/** The `code` that Node or PostgreSQL gave a fault (`ENOSPC`, `28P01`), or undefined. */
export function codeOf(fault: unknown): string | undefined {
  if (typeof fault !== 'object' || fault === null || !('code' in fault)) return undefined;
  return typeof fault.code === 'string' ? fault.code : undefined;
}

/** Awaits file work of which "it is not there" is a fine outcome: null then. */
export async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (fault) {
    if (codeOf(fault) === 'ENOENT') return null;
    throw fault;
  }
}

/** The one line about a port that another program has. */
export function portTaken(port: number): Trouble {
  return new Trouble(
    `端口 ${port} 已被占用，可换一个：npm start -- --port ${port + 10}`,
    `port ${port} is in use; choose another with --port`,
  );
}
