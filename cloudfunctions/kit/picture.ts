/** The pictures that people may upload. */
export type PictureKind = 'jpeg' | 'png' | 'webp';

/** The largest picture that is taken, in bytes. */
export const largestPictureBytes = 5 * 1024 * 1024;

/** What a picture is by its first bytes, or null when it is none of the three; its name and sender say nothing. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  const riff = begins(bytes, [0x52, 0x49, 0x46, 0x46]);
  return riff && begins(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]) ? 'webp' : null;
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
