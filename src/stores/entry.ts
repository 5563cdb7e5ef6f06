/** What the platform says of how the shop was opened. */
export interface EntryOptions {
  readonly scene?: number | string | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
}

/** One entry into the shop: WeChat's scene value (0 elsewhere) and the card that was opened, if any. */
export interface Entry {
  readonly scene: number;
  readonly shareId: string | null;
}

/** A page that Moments shows by itself: no sign-in, no way to another page. */
export const momentsScene = 1154;

/**
 * Reads an entry. A card carries its share id as `s` in the query; a mini-program code carries
 * `s=<share id>` percent-encoded in `scene`.
 */
export function readEntry({ scene, query = {} }: EntryOptions): Entry {
  const number = Number(scene ?? 0);
  return {
    scene: Number.isInteger(number) && number >= 0 && number <= 9_999 ? number : 0,
    shareId: shareIn(query['s']) ?? shareIn(inCode(query['scene'])),
  };
}

/** A damaged id is no card: the entry goes on without one. */
function shareIn(value: unknown): string | null {
  return typeof value === 'string' && /^[0-9A-Za-z]{1,64}$/.test(value) ? value : null;
}

function inCode(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return /^s(?:=|%3D)([0-9A-Za-z]+)$/i.exec(value)?.[1];
}
