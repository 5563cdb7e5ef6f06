import { colourOf, darker, lighter, mix } from './colours';

function ball(id: string, colour: string): string {
  return `<radialGradient id="${id}" cx="0.36" cy="0.3" r="0.75"><stop offset="0" stop-color="${lighter(colour, 0.85)}"/><stop offset="0.3" stop-color="${lighter(colour, 0.3)}"/><stop offset="0.72" stop-color="${colour}"/><stop offset="1" stop-color="${darker(colour, 0.34)}"/></radialGradient>`;
}

function svg(defs: string, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512"><defs>${defs}<filter id="soft"><feGaussianBlur stdDeviation="5"/></filter></defs>${body}</svg>`;
}

/** A bracelet or necklace of beads lying on the table; each kind has its bead and its spacer. */
export function beadsSvg(kind: string): string {
  const colour = colourOf(kind === 'evileye' ? 'sapphire' : kind === 'pink' ? 'pink' : kind);
  const cord = kind === 'redcord';
  const count = cord ? 34 : 18;
  const radius = cord ? 14 : 31;
  const beads: string[] = [];
  const order = Array.from({ length: count }, (_, at) => (at / count) * Math.PI * 2 + Math.PI / 2);
  order.sort((a, b) => Math.sin(a) - Math.sin(b));
  for (const angle of order) {
    const x = 256 + Math.cos(angle) * 190;
    const y = 262 + Math.sin(angle) * 160;
    const front = Math.abs(angle - Math.PI / 2) < 0.01;
    const size = radius * (0.9 + 0.1 * Math.sin(angle));
    if (front) continue;
    beads.push(`<circle cx="${x}" cy="${y}" r="${size}" fill="url(#bead)"/>`);
    if (kind === 'evileye')
      beads.push(
        `<circle cx="${x}" cy="${y}" r="${size * 0.52}" fill="#fff"/><circle cx="${x}" cy="${y}" r="${size * 0.36}" fill="#7cc4f4"/><circle cx="${x}" cy="${y}" r="${size * 0.2}" fill="#1d2440"/>`,
      );
  }
  const charm = `<circle cx="256" cy="422" r="${radius + 7}" fill="url(#gold)"/><path d="M236 418 H276 M240 430 H272" stroke="#b07a1c" stroke-width="3" opacity="0.55"/>`;
  return svg(ball('bead', colour) + ball('gold', colourOf('gold')), beads.join('') + charm);
}

/** A string of pearls, graduated towards the front. */
export function pearlsSvg(kind: string): string {
  const colour =
    kind === 'pink' ? mix(colourOf('pearl'), colourOf('pink'), 0.45) : colourOf('pearl');
  const beads: string[] = [];
  for (let at = 0; at <= 26; at += 1) {
    const turn = (at / 26) * 2 - 1;
    const x = 256 + turn * 196 * Math.cos(turn * 0.5);
    const y = 440 - Math.abs(turn) ** 1.7 * 360;
    beads.push(`<circle cx="${x}" cy="${y}" r="${24 - Math.abs(turn) * 9}" fill="url(#bead)"/>`);
  }
  return svg(ball('bead', colour), beads.join(''));
}

/** A bangle: one smooth ring with a light running along it. */
export function bangleSvg(kind: string): string {
  const colour = colourOf(kind);
  const metal = kind === 'gold' || kind === 'silver' || kind === 'rose';
  const defs = `<linearGradient id="m" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${lighter(colour, 0.5)}"/><stop offset="0.4" stop-color="${colour}"/><stop offset="0.62" stop-color="${darker(colour, metal ? 0.3 : 0.14)}"/><stop offset="0.82" stop-color="${lighter(colour, 0.25)}"/><stop offset="1" stop-color="${darker(colour, 0.25)}"/></linearGradient>`;
  const vein = metal
    ? ''
    : `<path d="M92 210 C140 120 220 96 300 100" stroke="${darker(colour, 0.2)}" stroke-opacity="0.35" stroke-width="16" fill="none" filter="url(#soft)"/>`;
  const dots =
    kind === 'enamel' || kind === 'gold'
      ? ring(16, kind === 'gold' ? darker(colour, 0.24) : colourOf('gold'))
      : '';
  return svg(
    defs,
    `<ellipse cx="256" cy="268" rx="184" ry="182" fill="none" stroke="${darker(colour, 0.38)}" stroke-width="62"/>
<ellipse cx="256" cy="262" rx="184" ry="182" fill="none" stroke="url(#m)" stroke-width="58"/>${vein}${dots}
<ellipse cx="252" cy="256" rx="192" ry="190" fill="none" stroke="#fff" stroke-opacity="0.75" stroke-width="8" stroke-dasharray="330 880" stroke-dashoffset="-590" stroke-linecap="round" filter="url(#soft)"/>
<ellipse cx="256" cy="262" rx="164" ry="162" fill="none" stroke="#fff" stroke-opacity="0.45" stroke-width="6" stroke-dasharray="200 830" stroke-dashoffset="-60" stroke-linecap="round" filter="url(#soft)"/>`,
  );
}

function ring(count: number, colour: string): string {
  return Array.from({ length: count }, (_, at) => {
    const angle = (at / count) * Math.PI * 2;
    const [x, y] = [256 + Math.cos(angle) * 184, 262 + Math.sin(angle) * 182];
    return `<circle cx="${x}" cy="${y}" r="9" fill="${colour}" opacity="0.8"/>`;
  }).join('');
}

/** A finger ring without a stone, or two of them leaning on each other. */
export function bandSvg(first: string, second?: string): string {
  const one = (colour: string, id: string, x: number, turn: number) => ({
    defs: `<linearGradient id="${id}" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${lighter(colour, 0.6)}"/><stop offset="0.35" stop-color="${colour}"/><stop offset="0.6" stop-color="${darker(colour, 0.32)}"/><stop offset="0.8" stop-color="${lighter(colour, 0.35)}"/><stop offset="1" stop-color="${darker(colour, 0.28)}"/></linearGradient>`,
    body: `<g transform="rotate(${turn} ${x} 290)"><ellipse cx="${x}" cy="292" rx="118" ry="142" fill="none" stroke="${darker(colour, 0.42)}" stroke-width="46"/><ellipse cx="${x - 5}" cy="288" rx="118" ry="142" fill="none" stroke="url(#${id})" stroke-width="42"/><ellipse cx="${x - 6}" cy="288" rx="126" ry="150" fill="none" stroke="#fff" stroke-opacity="0.8" stroke-width="6" stroke-dasharray="180 690" stroke-dashoffset="-430" stroke-linecap="round" filter="url(#soft)"/></g>`,
  });
  if (second === undefined) {
    const band = one(colourOf(first), 'm1', 256, 8);
    return svg(band.defs, band.body);
  }
  const [left, right] = [one(colourOf(first), 'm1', 186, -8), one(colourOf(second), 'm2', 330, 12)];
  return svg(left.defs + right.defs, left.body + right.body);
}

/** A fine chain in the shape of a V, to which a pendant is added at (256, 400). */
export function chainSvg(metal: string): string {
  const colour = colourOf(metal);
  const links: string[] = [];
  for (let at = 0; at <= 64; at += 1) {
    const turn = (at / 64) * 2 - 1;
    const x = 256 + turn * 170;
    const y = 330 - Math.abs(turn) ** 1.35 * 300;
    links.push(`<circle cx="${x}" cy="${y}" r="8.5" fill="url(#bead)"/>`);
  }
  const loop = `<circle cx="256" cy="340" r="15" fill="none" stroke="${darker(colour, 0.1)}" stroke-width="7"/>`;
  return svg(ball('bead', colour), links.join('') + loop);
}

/** Pendants and stones that the artwork set lacks: pearl, drop, disc of jade, a cut stone, a gold ball. */
export function pendantSvg(kind: string, metal: string): string {
  const gold = colourOf(metal === 'cord' ? 'gold' : metal);
  const frame = `stroke="${gold}" stroke-width="12"`;
  const bodies: Readonly<Record<string, readonly [string, string]>> = {
    pearl: [
      ball('p', colourOf('pearl')),
      `<circle cx="256" cy="262" r="120" fill="url(#p)"/><path d="M206 150 Q256 116 306 150 L290 176 Q256 156 222 176 Z" fill="${gold}"/>`,
    ],
    goldball: [ball('p', colourOf('gold')), `<circle cx="256" cy="256" r="120" fill="url(#p)"/>`],
    drop: [ball('p', colourOf('sapphire')), dropPath(frame)],
    rubydrop: [ball('p', colourOf('ruby')), dropPath(frame)],
    amethystdrop: [ball('p', colourOf('amethyst')), dropPath(frame)],
    emerald: [
      ball('p', colourOf('emerald')),
      `<rect x="146" y="136" width="220" height="250" rx="42" fill="url(#p)" ${frame}/><rect x="196" y="186" width="120" height="150" rx="16" fill="none" stroke="#fff" stroke-opacity="0.5" stroke-width="7"/><path d="M150 150 L196 186 M362 150 L316 186 M150 372 L196 336 M362 372 L316 336" stroke="#fff" stroke-opacity="0.4" stroke-width="6"/>`,
    ],
    jadedisc: [
      ball('p', colourOf('icejade')),
      `<circle cx="256" cy="256" r="96" fill="none" stroke="${darker(colourOf('jade'), 0.25)}" stroke-width="98"/><circle cx="256" cy="250" r="96" fill="none" stroke="${colourOf('icejade')}" stroke-width="92"/><path d="M150 210 A112 112 0 0 1 240 138" stroke="#fff" stroke-opacity="0.8" stroke-width="20" fill="none" stroke-linecap="round" filter="url(#soft)"/>`,
    ],
  };
  const [defs, body] = bodies[kind] ?? ['', ''];
  return svg(defs, body);
}

function dropPath(frame: string): string {
  return `<path d="M256 92 C300 170 372 236 372 306 A116 116 0 0 1 140 306 C140 236 212 170 256 92 Z" fill="url(#p)" ${frame}/><path d="M256 150 L200 290 L256 400 L312 290 Z M200 290 H312" fill="none" stroke="#fff" stroke-opacity="0.35" stroke-width="6"/>`;
}

/** A small bar of gold, and a child's lock of silver. */
export function goldbarSvg(): string {
  const gold = colourOf('gold');
  return svg(
    `<linearGradient id="t" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${lighter(gold, 0.6)}"/><stop offset="0.5" stop-color="${gold}"/><stop offset="1" stop-color="${lighter(gold, 0.2)}"/></linearGradient>`,
    `<path d="M120 200 L392 160 L452 330 L80 380 Z" fill="${darker(gold, 0.3)}"/><path d="M128 190 L384 152 L420 296 L96 340 Z" fill="url(#t)"/><path d="M96 340 L420 296 L452 330 L80 380 Z" fill="${darker(gold, 0.16)}"/><path d="M170 222 L360 194 L380 270 L154 302 Z" fill="none" stroke="${darker(gold, 0.25)}" stroke-width="6" opacity="0.6"/><circle cx="266" cy="248" r="26" fill="none" stroke="${darker(gold, 0.25)}" stroke-width="6" opacity="0.6"/>`,
  );
}

/** A longevity lock on its collar, for a newborn. */
export function lockSvg(metal: string): string {
  const colour = colourOf(metal);
  return svg(
    `${ball('m', colour)}<linearGradient id="k" x1="0" y1="0" x2="0.8" y2="1"><stop offset="0" stop-color="${lighter(colour, 0.7)}"/><stop offset="0.6" stop-color="${colour}"/><stop offset="1" stop-color="${darker(colour, 0.3)}"/></linearGradient>`,
    `<circle cx="256" cy="180" r="130" fill="none" stroke="${darker(colour, 0.12)}" stroke-width="20"/><circle cx="253" cy="176" r="130" fill="none" stroke="${lighter(colour, 0.35)}" stroke-width="10"/><path d="M156 300 C150 262 196 256 212 282 C226 256 286 256 300 282 C316 256 362 262 356 300 C396 330 382 420 256 436 C130 420 116 330 156 300 Z" fill="url(#k)" stroke="${darker(colour, 0.22)}" stroke-width="6"/><path d="M196 350 H316 M214 376 H298" stroke="${darker(colour, 0.35)}" stroke-width="8" stroke-linecap="round" opacity="0.55"/><circle cx="176" cy="452" r="16" fill="url(#m)"/><circle cx="256" cy="466" r="16" fill="url(#m)"/><circle cx="336" cy="452" r="16" fill="url(#m)"/>`,
  );
}

/** An open jewel box with a stone on velvet. */
export function gemboxSvg(): string {
  return svg(
    `${ball('g', colourOf('ruby'))}<linearGradient id="v" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#8f2d44"/><stop offset="1" stop-color="#6d2036"/></linearGradient><linearGradient id="l" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fbeeee"/><stop offset="1" stop-color="#e8cfd2"/></linearGradient>`,
    `<path d="M110 90 H402 Q424 90 420 112 L404 270 H108 L92 112 Q88 90 110 90 Z" fill="url(#v)"/><path d="M128 112 H384 L372 256 H140 Z" fill="url(#l)"/><path d="M92 270 H420 L404 428 Q402 446 384 446 H128 Q110 446 108 428 Z" fill="url(#v)"/><path d="M112 270 H400 L392 320 H120 Z" fill="#5a182b"/><path d="M124 276 H388 L380 316 Q256 344 132 316 Z" fill="url(#l)"/><path d="M214 214 L236 186 H278 L300 214 L257 272 Z" fill="url(#g)"/><path d="M214 214 H300 M236 186 L257 272 L278 186" stroke="#fff" stroke-opacity="0.5" stroke-width="4" fill="none"/><circle cx="256" cy="366" r="13" fill="${colourOf('gold')}"/>`,
  );
}
