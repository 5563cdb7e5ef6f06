const unknownReason = '网络不太顺，请稍后再试';

/** The sentence to show for a thrown reason: the refusal's own, or one that fits any failure. */
export function sayWhy(reason: unknown): string {
  const said = sentenceIn(reason);
  if (said !== null) return said;
  return (isRecord(reason) ? sentenceIn(reason['refusal']) : null) ?? unknownReason;
}

function sentenceIn(value: unknown): string | null {
  if (!isRecord(value)) return null;
  const say = value['say'];
  return typeof say === 'string' && say !== '' ? say : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
