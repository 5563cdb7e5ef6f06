import { drawPoster } from '../../../../src/features/poster/drawPoster';
import type { PosterContent } from '../../../../src/features/poster/posterLayout';
import { loaded, type Surface } from '../../../../src/features/poster/surface';

const content: PosterContent = {
  title: '轻量缓震跑鞋',
  priceFen: 39_900,
  marketFen: null,
  pictureUrl: '/pictures/shoe.webp',
  codeUrl: 'data:code',
  guide: { name: '林晓', storeName: '徐汇店', avatarUrl: '/pictures/face.webp' },
  brand: '熟客',
};

/** A canvas that only remembers what it was told to draw. */
function rememberingSurface(missing: readonly string[]) {
  const drawn = { texts: [] as string[], pictures: 0, filled: 0 };
  const known: Record<string, unknown> = {
    measureText: (text: string) => ({ width: text.length * 8 }),
    fillText: (text: string) => void drawn.texts.push(text),
    drawImage: () => void (drawn.pictures += 1),
    fillRect: () => void (drawn.filled += 1),
    createLinearGradient: () => ({ addColorStop: () => undefined }),
  };
  const context = new Proxy(known, {
    get: (target, name) => target[String(name)] ?? (() => undefined),
  }) as unknown as CanvasRenderingContext2D;
  const surface: Surface = {
    context,
    width: 375,
    height: 606,
    picture: (url) =>
      Promise.resolve(missing.includes(url) ? null : document.createElement('canvas')),
    exported: () => Promise.resolve('data:picture'),
  };
  return { surface, drawn };
}

describe('drawing a poster', () => {
  it('draws its three pictures and all words', async () => {
    const { surface, drawn } = rememberingSurface([]);
    await drawPoster(surface, content);
    expect(drawn.pictures).toBe(3);
    expect(drawn.texts).toEqual(expect.arrayContaining(['林晓', '399', '轻量缓震跑鞋', '熟客']));
  });

  it('draws the rest when pictures do not come, with a first sign in the place of a face', async () => {
    const { surface, drawn } = rememberingSurface([content.pictureUrl, '/pictures/face.webp']);
    await drawPoster(surface, content);
    expect(drawn.pictures).toBe(1);
    expect(drawn.texts).toEqual(expect.arrayContaining(['林', '399', '轻量缓震跑鞋']));
  });
});

describe('a picture for a canvas', () => {
  function picture(answer: 'onload' | 'onerror') {
    const made = {
      onload: null as unknown,
      onerror: null as unknown,
      set src(_: string) {
        const tell = made[answer];
        if (typeof tell === 'function') Reflect.apply(tell, undefined, []);
      },
      get src() {
        return '';
      },
    };
    return made;
  }

  it('is there when it came, and null when it failed or there is none', async () => {
    const good = picture('onload');
    await expect(loaded(good, '/a.png')).resolves.toBe(good);
    await expect(loaded(picture('onerror'), '/a.png')).resolves.toBeNull();
    await expect(loaded(picture('onload'), '')).resolves.toBeNull();
  });
});
