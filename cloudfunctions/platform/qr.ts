import { toDataURL } from 'qrcode';

/** A picture (PNG, data URL) of a QR code that says `text`. */
export async function qrPicture(text: string): Promise<string> {
  return toDataURL(text, { margin: 1, width: 320, errorCorrectionLevel: 'M' });
}
