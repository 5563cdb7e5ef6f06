import { fireEvent, render, screen } from '@testing-library/react';
import { PicturePicker } from '../../../src/ui/PicturePicker';

const picture = (key: string, state: 'sending' | 'there' | 'failed', say = '') => ({
  ...{ key, url: `/uploads/${key}.jpg`, state, say },
});

function show(pictures: ReturnType<typeof picture>[], most?: number) {
  const seen: string[] = [];
  render(
    <PicturePicker
      pictures={pictures}
      {...(most === undefined ? {} : { most })}
      onAdd={() => seen.push('add')}
      onRemove={(key) => seen.push(`remove ${key}`)}
      onAgain={(key) => seen.push(`again ${key}`)}
    />,
  );
  return seen;
}

it('says what is under way and what failed, and takes a tap on each', () => {
  const pictures = [
    picture('a', 'there'),
    picture('b', 'sending'),
    picture('c', 'failed', '只能上传 JPG、PNG 或 WebP 图片'),
  ];
  const seen = show(pictures);
  expect(screen.getByText('上传中')).toBeTruthy();
  expect(screen.getByText('只能上传 JPG、PNG 或 WebP 图片')).toBeTruthy();
  fireEvent.click(screen.getByLabelText('重新上传第 3 张图片'));
  fireEvent.click(screen.getByLabelText('移除第 1 张图片'));
  fireEvent.click(screen.getByLabelText('添加图片'));
  expect(seen).toEqual(['again c', 'remove a', 'add']);
});

it('asks for no more when there is no room', () => {
  show([picture('a', 'there'), picture('b', 'there')], 2);
  expect(screen.queryByLabelText('添加图片')).toBeNull();
});
