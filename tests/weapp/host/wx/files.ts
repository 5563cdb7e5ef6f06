import { ApiFailure, asyncApi } from '../api-call';
import type { Machine } from '../machine';
import { stringOf, type Bag } from '../values';

/** Fetches the text of a file for wx.downloadFile. */
export type DownloadFile = (url: string) => Promise<string>;

/** Where the app may write. */
export const USER_DATA_PATH = 'http://usr';

/** Files and pictures of the phone. */
export function fileApis(
  machine: Machine,
  files: Map<string, string>,
  download: DownloadFile | undefined,
  album: string[],
): Bag {
  const manager = managerOf(machine, files);
  let made = 0;
  const temporary = (kind: string) => {
    made += 1;
    return `http://tmp/${kind}-${made}.png`;
  };
  return {
    getFileSystemManager: () => manager,
    downloadFile: asyncApi(machine, 'downloadFile', async ({ url }) => {
      if (download === undefined)
        throw new Error(`wx.downloadFile of ${stringOf(url)} has no answer`);
      const tempFilePath = temporary('download');
      files.set(tempFilePath, await machine.track(download(stringOf(url))));
      return { tempFilePath, statusCode: 200 };
    }),
    canvasToTempFilePath: asyncApi(machine, 'canvasToTempFilePath', () => {
      const tempFilePath = temporary('canvas');
      files.set(tempFilePath, 'canvas');
      return { tempFilePath };
    }),
    saveImageToPhotosAlbum: asyncApi(machine, 'saveImageToPhotosAlbum', ({ filePath }) => {
      const path = stringOf(filePath);
      if (!files.has(path)) throw new ApiFailure('saveImageToPhotosAlbum:fail file not exists');
      album.push(path);
    }),
    getImageInfo: asyncApi(machine, 'getImageInfo', ({ src }) => ({
      width: 100,
      height: 100,
      path: stringOf(src),
      orientation: 'up',
      type: 'png',
    })),
  };
}

function managerOf(machine: Machine, files: Map<string, string>): Bag {
  const missing = (name: string, path: string) =>
    new ApiFailure(`${name}:fail no such file or directory, ${path}`);
  const read = (path: unknown) => {
    const text = files.get(stringOf(path));
    if (text === undefined) throw missing('readFile', stringOf(path));
    return text;
  };
  const access = (path: unknown) => {
    if (!files.has(stringOf(path))) throw missing('access', stringOf(path));
  };
  const write = (path: unknown, data: unknown) => void files.set(stringOf(path), String(data));
  const unlink = (path: unknown) => {
    if (!files.delete(stringOf(path))) throw missing('unlink', stringOf(path));
  };
  return {
    readFileSync: read,
    writeFileSync: write,
    accessSync: access,
    unlinkSync: unlink,
    readFile: asyncApi(machine, 'readFile', ({ filePath }) => ({ data: read(filePath) })),
    writeFile: asyncApi(machine, 'writeFile', ({ filePath, data }) => write(filePath, data)),
    access: asyncApi(machine, 'access', ({ path }) => access(path)),
    unlink: asyncApi(machine, 'unlink', ({ filePath }) => unlink(filePath)),
  };
}
