import type { Files } from '../../cloudfunctions/platform/files';
import { fingerprint } from '../../cloudfunctions/platform/secret';

/** A storage that is a map: what lies in it is what a test has put there. */
export function quietFiles() {
  const stored = new Map<string, Uint8Array>();
  const files: Files = {
    folderOf: (openid) => `uploads/${fingerprint(openid).slice(0, 32)}`,
    fetch: (fileId, most) => {
      const bytes = stored.get(fileId);
      if (bytes === undefined) return Promise.resolve({ fault: 'missing' });
      return Promise.resolve(bytes.length > most ? { fault: 'too_large' } : { bytes });
    },
    link: (fileId) => Promise.resolve(`https://files.example${fileId}`),
  };
  return { ...files, stored };
}
