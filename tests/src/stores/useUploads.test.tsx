import { act, renderHook } from '@testing-library/react';
import { useUploads } from '../../../src/stores/useUploads';

const ask = jest.fn<Promise<unknown>, [string, Record<string, unknown>]>();
const sendFile = jest.fn<Promise<string>, [unknown, string]>();
const choose = jest.fn<Promise<unknown[]>, [number]>();
jest.mock('../../../src/stores/askAsMember', () => ({
  askAsMember: (name: string, input: Record<string, unknown>) => ask(name, input),
}));
jest.mock('../../../src/cloud', () => ({
  sendFile: (sending: unknown, place: string) => sendFile(sending, place),
  Declined: class extends Error {
    constructor(
      readonly code: string,
      readonly say: string,
    ) {
      super(code);
    }
  },
}));
jest.mock('../../../src/kit/choosePictures', () => ({
  choosePictures: (most: number) => choose(most),
}));

const photo = (name: string, bytes = 1_000) => ({ path: `wxfile://tmp/${name}`, bytes });

beforeEach(() => {
  for (const mock of [ask, sendFile, choose]) mock.mockReset();
  let pictures = 0;
  ask.mockImplementation((name) => {
    if (name === 'media.place')
      return Promise.resolve({ folder: 'uploads/mine', mostBytes: 5_000 });
    pictures += 1;
    return Promise.resolve({ pictureId: `picture-${pictures}` });
  });
  sendFile.mockImplementation((_sending, place) => Promise.resolve(`cloud://shop/${place}`));
});

const form = (most?: number) => renderHook(() => useUploads('review', most)).result;

describe('the pictures of a form', () => {
  it('are sent into the member’s folder and taken by the shop, in their order', async () => {
    choose.mockResolvedValueOnce([photo('a.PNG'), photo('b')]);
    const uploads = form();
    await act(() => uploads.current.add());
    expect(choose).toHaveBeenCalledWith(9);
    const places = sendFile.mock.calls.map(([, place]) => place);
    expect(places[0]).toMatch(/^uploads\/mine\/[\w-]{36}\.png$/);
    expect(places[1]).toMatch(/\.jpg$/);
    expect(uploads.current.pictureIds).toEqual(['picture-1', 'picture-2']);
    expect(uploads.current.isSettled).toBe(true);
    const added = ask.mock.calls.filter(([name]) => name === 'media.add');
    expect(added[0]?.[1]).toEqual({ fileId: `cloud://shop/${places[0]}`, purpose: 'review' });
  });

  it('that are too large or did not arrive say why, and may be sent again or taken out', async () => {
    choose.mockResolvedValueOnce([photo('large.jpg', 5_001), photo('b.jpg')]);
    sendFile.mockRejectedValueOnce({ say: '网络不太顺，请稍后再试' });
    const uploads = form();
    await act(() => uploads.current.add());
    const [large, lost] = uploads.current.pictures;
    expect(large).toMatchObject({ state: 'failed', say: '图片不能超过 5 MB，请压缩后再传' });
    expect(lost).toMatchObject({ state: 'failed', say: '网络不太顺，请稍后再试' });
    expect(sendFile).toHaveBeenCalledTimes(1);
    expect(uploads.current).toMatchObject({ isSettled: false, pictureIds: [] });
    await act(async () => uploads.current.again(lost?.key ?? ''));
    act(() => uploads.current.remove(large?.key ?? ''));
    expect(uploads.current).toMatchObject({ isSettled: true, pictureIds: ['picture-1'] });
  });

  it('are never more than there is room for, and none when the person turned back', async () => {
    choose.mockResolvedValueOnce([photo('a'), photo('b')]).mockResolvedValueOnce([]);
    const uploads = form(3);
    await act(() => uploads.current.add());
    await act(() => uploads.current.add());
    expect(choose.mock.calls.map(([most]) => most)).toEqual([3, 1]);
    expect(uploads.current.pictures).toHaveLength(2);
  });
});
