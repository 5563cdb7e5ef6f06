import Taro from '@tarojs/taro';
import { confirmed } from '../../ui/toast';

/** How saving a picture went; `stopped` when the person changed her mind. */
export type Saved = 'saved' | 'stopped' | 'failed';

/** Puts a picture into the phone's album, or into a browser's downloads. */
export async function savePicture(url: string, name: string): Promise<Saved> {
  if (process.env.TARO_ENV === 'h5') return download(url, name);
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: url });
    return 'saved';
  } catch (reason) {
    return afterFailure(messageOf(reason));
  }
}

/** What a failure of the album means: no leave to write there, a change of mind, or something else. */
export function failureKind(message: string): 'denied' | 'stopped' | 'failed' {
  if (/auth|permission|privacy/i.test(message)) return 'denied';
  return /cancel/i.test(message) ? 'stopped' : 'failed';
}

/** WeChat asks for the leave once; who said no then can only give it in the settings. */
async function afterFailure(message: string): Promise<Saved> {
  const kind = failureKind(message);
  if (kind !== 'denied') return kind;
  const willing = await confirmed({
    title: '需要相册权限',
    say: '打开“添加到相册”后，海报才能存进手机。只用来保存图片，不会查看相册内容。',
    yes: '去设置',
    no: '先不了',
  });
  if (willing) await Taro.openSetting();
  return 'stopped';
}

function download(url: string, name: string): Saved {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  return 'saved';
}

function messageOf(reason: unknown): string {
  if (typeof reason !== 'object' || reason === null || !('errMsg' in reason)) return '';
  return String(reason.errMsg);
}
