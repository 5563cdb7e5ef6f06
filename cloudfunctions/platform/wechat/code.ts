import { toDataURL } from 'qrcode';
import { config } from '../config';
import { wechatSdk } from '../identity';

/**
 * A picture (PNG, data URL) of a code that opens `page` with `scene` (≤ 32 characters): a mini-program code
 * inside WeChat's cloud, a QR code of the browser's address elsewhere.
 */
export async function codePicture({
  page,
  scene,
}: {
  page: string;
  scene: string;
}): Promise<string> {
  if (config().identity === 'session') {
    return toDataURL(`${config().publicUrl}/${page}?${scene}`, {
      margin: 1,
      width: 280,
      errorCorrectionLevel: 'M',
    });
  }
  const made = await wechatSdk().openapi.wxacode.getUnlimited({
    scene,
    page,
    checkPath: false,
    width: 280,
  });
  return `data:${made.contentType};base64,${made.buffer.toString('base64')}`;
}
