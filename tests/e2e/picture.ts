import type { Page } from 'playwright-core';

/** What can be told of a picture without looking at it. */
export interface PictureFacts {
  width: number;
  height: number;
  /** Different colours in it. */
  colours: number;
  /** The part of its upper, middle and lower third that is not white, 0 to 1. */
  inked: number[];
}

/** Decodes a picture from its data address, in a page that is open. */
export async function pictureFacts(page: Page, source: string): Promise<PictureFacts> {
  return page.evaluate(async (address) => {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const { naturalWidth: width, naturalHeight: height } = picture;
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    const surface = canvas.getContext('2d');
    if (surface === null) throw new Error('the browser has no canvas');
    surface.drawImage(picture, 0, 0);
    const dots = new Uint32Array(surface.getImageData(0, 0, width, height).data.buffer);
    const inked = [0, 1, 2].map((third) => {
      const part = dots.subarray(
        Math.floor((dots.length * third) / 3),
        Math.floor((dots.length * (third + 1)) / 3),
      );
      return part.reduce((sum, dot) => sum + (dot === 0xffffffff ? 0 : 1), 0) / part.length;
    });
    return { width, height, colours: new Set(dots).size, inked };
  }, source);
}
