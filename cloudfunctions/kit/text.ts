/**
 * Removes what hides in pasted text: zero-width, direction marks, control characters, halves of a pair; trims the rest.
 * Letters and digits of full width become plain ones; Chinese punctuation stays as it was typed.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u3000]/g, (sign) => sign.normalize('NFKC'))
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\ud800-\udfff]/gu, '')
    .trim();
}

/**
 * The pairs of neighbouring characters of a text, for search: Chinese words of two characters are found
 * without a dictionary. Latin words and numbers stay whole besides. Lower case, each once, at most 200.
 */
export function bigrams(text: string): string[] {
  const found = new Set<string>();
  for (const run of plainText(text)
    .toLowerCase()
    .match(/[\p{Script=Han}]+|[\p{L}\p{N}]+/gu) ?? []) {
    for (const piece of run.match(/[\p{Script=Han}]+|[^\p{Script=Han}]+/gu) ?? []) {
      if (!/\p{Script=Han}/u.test(piece)) found.add(piece.slice(0, 40));
      else if (piece.length === 1) found.add(piece);
      for (let at = 0; at + 1 < piece.length; at += 1) {
        if (/\p{Script=Han}/u.test(piece)) found.add(piece.slice(at, at + 2));
      }
    }
  }
  return [...found].slice(0, 200);
}

/** `138****5678`: what may be shown of a phone number. Shorter numbers show their last two digits. */
export function maskPhone(phone: string): string {
  return phone.length >= 11
    ? `${phone.slice(0, 3)}****${phone.slice(-4)}`
    : `***${phone.slice(-2)}`;
}

/** `王**`: what may be shown of a person's name. */
export function maskName(name: string): string {
  const [first = ''] = [...name];
  return `${first}**`;
}
