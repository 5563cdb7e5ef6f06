import { darker, deeper, lighter } from './colours';

/** The furniture of a picture: an empty wall, a round podium, an arch behind, or three steps. */
export type StageKind = 'plain' | 'podium' | 'arch' | 'steps';

export interface Stage {
  readonly kind: StageKind;
  /** The tone of wall and floor; everything else follows from it. */
  readonly tone: string;
  readonly width: number;
  readonly height: number;
}

/** Where things stand on a stage, as a share of its height. */
export const floorOf: Readonly<Record<StageKind, number>> = {
  plain: 0.8,
  podium: 0.78,
  arch: 0.82,
  steps: 0.8,
};

/** Tops of the three steps, left to right, as a share of the height. */
export const stepTops = [0.74, 0.62, 0.8] as const;

/**
 * The background as SVG: a wall and a floor that run into each other, one light from the upper left, and the
 * furniture. Gradients only, since filters are slow.
 */
export function stageSvg(stage: Stage): string {
  const { width, height } = stage;
  const tone = deeper(stage.tone, 1.55);
  const shade = darker(tone, 0.5);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs>
<linearGradient id="wall" x1="0" y1="0" x2="0.25" y2="1"><stop offset="0" stop-color="${lighter(tone, 0.3)}"/><stop offset="0.7" stop-color="${tone}"/></linearGradient>
<linearGradient id="floor" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${darker(tone, 0.1)}" stop-opacity="0"/><stop offset="0.3" stop-color="${darker(tone, 0.1)}" stop-opacity="0.8"/><stop offset="1" stop-color="${lighter(tone, 0.18)}"/></linearGradient>
<radialGradient id="glow" cx="0.34" cy="0.24" r="0.72"><stop offset="0" stop-color="#ffffff" stop-opacity="0.62"/><stop offset="1" stop-color="#ffffff" stop-opacity="0"/></radialGradient>
<linearGradient id="side" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="${darker(tone, 0.07)}"/><stop offset="0.3" stop-color="${lighter(tone, 0.55)}"/><stop offset="1" stop-color="${darker(tone, 0.17)}"/></linearGradient>
<linearGradient id="top" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${lighter(tone, 0.85)}"/><stop offset="1" stop-color="${lighter(tone, 0.35)}"/></linearGradient>
<radialGradient id="drop"><stop offset="0" stop-color="${shade}" stop-opacity="0.62"/><stop offset="0.45" stop-color="${shade}" stop-opacity="0.3"/><stop offset="1" stop-color="${shade}" stop-opacity="0"/></radialGradient>
<linearGradient id="arch" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${deeper(stage.tone, 2.6)}"/><stop offset="1" stop-color="${deeper(stage.tone, 1.8)}"/></linearGradient>
</defs>
<rect width="${width}" height="${height}" fill="url(#wall)"/>
<rect y="${height * 0.6}" width="${width}" height="${height * 0.4}" fill="url(#floor)"/>
<rect width="${width}" height="${height}" fill="url(#glow)"/>
${furniture(stage)}
</svg>`;
}

function furniture({ kind, width, height }: Stage): string {
  if (kind === 'podium') return podium(width / 2, height * 0.74, height * 0.38, height);
  if (kind === 'arch') {
    const [half, top] = [height * 0.34, height * 0.12];
    const left = width / 2 - half;
    return `<path d="M${left} ${height * 0.76} V${top + half} A${half} ${half} 0 0 1 ${left + half * 2} ${top + half} V${height * 0.76} Z" fill="url(#arch)" opacity="0.9"/>`;
  }
  if (kind === 'steps') {
    return [1, 0, 2]
      .map((at) => {
        const x = width * (0.5 + (at - 1) * 0.31);
        return podium(x, height * ((stepTops[at] ?? 0.7) - 0.015), height * 0.165, height);
      })
      .join('');
  }
  return '';
}

/** A round podium whose top is an ellipse around (x, y) and whose side runs off the lower edge. */
function podium(x: number, y: number, half: number, height: number): string {
  const flat = half * 0.2;
  const foot = Math.min(height * 1.1, y + height * 0.24);
  return `<ellipse cx="${x + half * 0.12}" cy="${foot}" rx="${half * 1.3}" ry="${flat * 1.5}" fill="url(#drop)" opacity="0.5"/><path d="M${x - half} ${y} V${foot} A${half} ${flat} 0 0 0 ${x + half} ${foot} V${y} Z" fill="url(#side)"/><ellipse cx="${x}" cy="${y}" rx="${half}" ry="${flat}" fill="url(#top)"/>`;
}
