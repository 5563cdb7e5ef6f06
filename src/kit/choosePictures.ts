import Taro from '@tarojs/taro';

/** A picture that a person chose: what shows it, how large it is, and in a browser the file itself. */
export interface Chosen {
  readonly path: string;
  readonly bytes: number;
  readonly file?: File;
}

/** Lets the person choose up to `most` pictures, or take one; empty when she changed her mind. */
export async function choosePictures(most: number): Promise<Chosen[]> {
  try {
    return process.env.TARO_ENV === 'h5' ? await fromBrowser(most) : await fromPhone(most);
  } catch {
    // The platform tells a person's change of mind, and a permission that she did not give, as a failure.
    return [];
  }
}

async function fromPhone(most: number): Promise<Chosen[]> {
  const chosen = await Taro.chooseMedia({
    count: most,
    mediaType: ['image'],
    sizeType: ['compressed'],
  });
  return chosen.tempFiles.slice(0, most).map(({ tempFilePath, size }) => ({
    path: tempFilePath,
    bytes: size,
  }));
}

async function fromBrowser(most: number): Promise<Chosen[]> {
  const chosen = await Taro.chooseImage({ count: most, sizeType: ['compressed'] });
  return chosen.tempFiles.slice(0, most).map(({ path, size, originalFileObj: file }) => ({
    path,
    bytes: size,
    ...(file === undefined ? {} : { file }),
  }));
}
