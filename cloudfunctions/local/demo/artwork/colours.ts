/** A colour as red, green and blue, each 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Colours by the words that specs and pictures use. */
const named: Readonly<Record<string, string>> = {
  云白: '#f4f4f2',
  曜黑: '#3a3b42',
  雾灰: '#a9afb8',
  银灰: '#c9ced6',
  海盐蓝: '#8fb9d8',
  湖蓝: '#3f9fdc',
  藏青: '#33466f',
  薄荷绿: '#9fdcc0',
  薄荷: '#9fdcc0',
  军绿: '#77805a',
  荧光绿: '#c4e544',
  樱粉: '#f6bccb',
  雾粉: '#f3b8c6',
  珊瑚橙: '#ff8a65',
  火焰红: '#e2412f',
  酒红: '#93313f',
  鹅黄: '#ffd95e',
  香芋紫: '#b7a2dd',
  奶咖: '#c6a587',
  卡其: '#c5b08a',
  驼色: '#b9854f',
  米杏: '#efe0c8',
  木色: '#d9b382',
  牛仔蓝: '#5579ab',
  white: '#f7f7f5',
  cream: '#f8ead0',
  sky: '#9fd0f2',
  mint: '#a8e0c8',
  pink: '#f7b9c8',
  yellow: '#ffd35c',
  green: '#9ccf5e',
  red: '#e84a3a',
  brown: '#b98556',
  ink: '#3c4654',
  olive: '#9aa84f',
  gold: '#eebf55',
  silver: '#c6cdd8',
  rose: '#e9b09a',
  jade: '#8cc7a4',
  icejade: '#c3e3d4',
  inkjade: '#37483f',
  violet: '#bfa9e0',
  agate: '#cf3f35',
  enamel: '#3f7fc4',
  sandal: '#9a633c',
  pearl: '#f6efe6',
  amethyst: '#9468cf',
  crystal: '#e4eef6',
  aqua: '#8fd4e6',
  tigereye: '#a8702c',
  redcord: '#d93a34',
  cord: '#8d2f2b',
  sapphire: '#2f6fe0',
  ruby: '#e0244f',
  emerald: '#15a06a',
  diamond: '#e9f3fb',
  moonstone: '#cfe0f6',
  topaz: '#5cc3f0',
};

/** The colour behind a word, or a warm grey for a word that names none. */
export function colourOf(word: string): string {
  return named[word] ?? '#d8d2ca';
}

/** The parts of `#rrggbb`. */
export function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** `share` (0 to 1) of the way from one colour to another, as `#rrggbb`. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [rgbOf(from), rgbOf(to)];
  const part = (at: 0 | 1 | 2) => Math.round(a[at] + (b[at] - a[at]) * share);
  const value = (part(0) << 16) | (part(1) << 8) | part(2);
  return `#${value.toString(16).padStart(6, '0')}`;
}

/** Lighter by `share`. */
export function lighter(hex: string, share: number): string {
  return mix(hex, '#ffffff', share);
}

/** Darker by `share`; towards a cool dark, so that shades don't look dirty. */
export function darker(hex: string, share: number): string {
  return mix(hex, '#1d1830', share);
}

/** The same tint, `times` as far from white. */
export function deeper(hex: string, times: number): string {
  const value = rgbOf(hex).reduce((sum, part) => {
    return sum * 256 + Math.max(0, Math.round(255 - (255 - part) * times));
  }, 0);
  return `#${value.toString(16).padStart(6, '0')}`;
}

/** How light a colour looks, 0 to 1. */
export function lightness([red, green, blue]: Rgb): number {
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}
