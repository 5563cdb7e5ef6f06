import { refusals } from '../../kit/refusal';

/** What the media room says no to. */
export const refuse = refusals({
  not_a_picture: ['invalid', '只能上传 JPG、PNG 或 WebP 图片'],
  picture_too_large: ['tooLarge', '图片不能超过 5 MB，请压缩后再传'],
  no_such_picture: ['missing', '没有找到这张图片，请重新上传'],
  too_many_pictures: ['tooMany', '今天上传的图片已达上限，请明天再试'],
  storage_unavailable: ['conflict', '图片暂时无法读取，请稍后再试'],
});
