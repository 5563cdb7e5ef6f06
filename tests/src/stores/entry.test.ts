import { readEntry } from '../../../src/stores/entry';

const shareId = 'Ab3dEf6hIj9lMn2pQr5t';

describe('an entry into the shop', () => {
  it('carries the share id of a card in its query', () => {
    expect(readEntry({ scene: 1007, query: { id: 'x', s: shareId } })).toEqual({
      scene: 1007,
      shareId,
    });
  });

  it.each([`s=${shareId}`, `s%3D${shareId}`, `s%3d${shareId}`])(
    'carries the share id of a mini-program code: %s',
    (scene) => {
      expect(readEntry({ scene: 1047, query: { scene } }).shareId).toBe(shareId);
    },
  );

  it('goes on without a card when the id is damaged', () => {
    for (const s of ['', ' ', '../../x', 'a'.repeat(65), 7]) {
      expect(readEntry({ scene: 1007, query: { s } }).shareId).toBeNull();
    }
  });

  it('has scene 0 outside WeChat, and where the number is none', () => {
    expect(readEntry({}).scene).toBe(0);
    expect(readEntry({ scene: '1154' }).scene).toBe(1154);
    expect(readEntry({ scene: -1 }).scene).toBe(0);
    expect(readEntry({ scene: 'x' }).scene).toBe(0);
  });
});
