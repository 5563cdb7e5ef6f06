import { colourOf, darker, lighter } from './colours';

function shell(defs: string, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512"><defs>${defs}<filter id="soft"><feGaussianBlur stdDeviation="8"/></filter></defs>${body}</svg>`;
}

function round(id: string, colour: string): string {
  return `<linearGradient id="${id}" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="${darker(colour, 0.2)}"/><stop offset="0.22" stop-color="${lighter(colour, 0.45)}"/><stop offset="0.55" stop-color="${colour}"/><stop offset="1" stop-color="${darker(colour, 0.28)}"/></linearGradient>`;
}

/** Packs with an empty label at (256, 300), on which the goods are shown: tin, pouch, box, sack. */
export function packSvg(kind: string, tint: string): string {
  const colour = colourOf(tint);
  const label = '<ellipse cx="256" cy="302" rx="100" ry="96" fill="#fffdf8" opacity="0.94"/>';
  if (kind === 'tin') {
    return shell(
      round('b', colour) + round('l', '#eceef2'),
      `<path d="M106 130 V430 C106 470 406 470 406 430 V130 Z" fill="url(#b)"/><path d="M106 400 V430 C106 470 406 470 406 430 V400 C406 440 106 440 106 400 Z" fill="url(#l)"/><path d="M98 96 V136 C98 176 414 176 414 136 V96 Z" fill="url(#l)"/><ellipse cx="256" cy="96" rx="158" ry="36" fill="#f9fafc"/><ellipse cx="256" cy="98" rx="132" ry="27" fill="#e3e6ec"/>${label}`,
    );
  }
  if (kind === 'pouch') {
    return shell(
      round('b', colour),
      `<path d="M112 92 C150 84 362 84 400 92 C396 190 424 320 414 430 C360 462 152 462 98 430 C88 320 116 190 112 92 Z" fill="url(#b)"/><path d="M110 66 H402 L400 112 C330 104 182 104 112 112 Z" fill="${darker(colour, 0.12)}"/><path d="M118 90 H394" stroke="#fff" stroke-opacity="0.6" stroke-width="5" stroke-dasharray="12 8"/><path d="M140 150 C132 240 128 330 136 410" stroke="#fff" stroke-opacity="0.55" stroke-width="18" fill="none" stroke-linecap="round" filter="url(#soft)"/><path d="M98 430 C152 462 360 462 414 430 C380 410 132 410 98 430 Z" fill="${darker(colour, 0.24)}" opacity="0.6"/>${label}`,
    );
  }
  if (kind === 'sack') {
    return shell(
      round('b', colour),
      `<path d="M150 128 C90 210 78 360 108 440 C160 470 352 470 404 440 C434 360 422 210 362 128 Z" fill="url(#b)"/><path d="M140 74 C180 96 332 96 372 74 C366 100 356 118 350 132 H162 C156 118 146 100 140 74 Z" fill="${lighter(colour, 0.15)}"/><path d="M150 132 C200 146 312 146 362 132" stroke="#b4523c" stroke-width="14" fill="none" stroke-linecap="round"/><path d="M150 190 C128 260 124 340 136 410" stroke="#fff" stroke-opacity="0.5" stroke-width="20" fill="none" filter="url(#soft)"/>${label}`,
    );
  }
  return shell(
    `<linearGradient id="b" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${lighter(colour, 0.4)}"/><stop offset="1" stop-color="${colour}"/></linearGradient>`,
    `<path d="M96 116 L344 96 L344 452 L96 452 Z" fill="url(#b)"/><path d="M344 96 L426 128 L426 424 L344 452 Z" fill="${darker(colour, 0.2)}"/><path d="M96 116 L344 96 L426 128 L180 142 Z" fill="${lighter(colour, 0.55)}"/><path d="M120 160 H320 M120 184 H260" stroke="${darker(colour, 0.3)}" stroke-opacity="0.35" stroke-width="10" stroke-linecap="round"/><ellipse cx="220" cy="316" rx="98" ry="96" fill="#fffdf8" opacity="0.94"/>`,
  );
}

/** A bottle of oil with a cork, and a vacuum flask. */
export function bottleSvg(kind: 'oil' | 'thermos', tint: string): string {
  const colour = colourOf(tint);
  if (kind === 'oil') {
    return shell(
      round('b', colour) + round('k', '#b98556'),
      `<path d="M216 130 V190 C216 220 164 230 164 280 V440 Q164 472 196 472 H316 Q348 472 348 440 V280 C348 230 296 220 296 190 V130 Z" fill="url(#b)"/><rect x="220" y="72" width="72" height="66" rx="10" fill="url(#k)"/><rect x="208" y="124" width="96" height="20" rx="8" fill="${darker(colour, 0.3)}"/><rect x="172" y="296" width="168" height="130" rx="8" fill="#fffaf0"/><path d="M186 250 C182 300 182 400 186 440" stroke="#fff" stroke-opacity="0.7" stroke-width="12" fill="none" filter="url(#soft)"/>`,
    );
  }
  return shell(
    round('b', colour) + round('k', '#e9ebf0'),
    `<path d="M172 150 H340 V440 Q340 474 306 474 H206 Q172 474 172 440 Z" fill="url(#b)"/><path d="M178 62 Q178 44 196 44 H316 Q334 44 334 62 V146 H178 Z" fill="url(#k)"/><rect x="166" y="140" width="180" height="24" rx="10" fill="#cfd3db"/><path d="M196 190 V440" stroke="#fff" stroke-opacity="0.6" stroke-width="16" stroke-linecap="round" filter="url(#soft)"/>`,
  );
}

/** A soft pack of wipes with its lid. */
export function wipesSvg(): string {
  return shell(
    `<linearGradient id="b" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#d9f1ea"/><stop offset="1" stop-color="#8fd0bd"/></linearGradient>`,
    `<path d="M48 190 C120 168 392 168 464 190 C474 260 474 330 464 390 C392 412 120 412 48 390 C38 330 38 260 48 190 Z" fill="url(#b)"/><path d="M48 190 L30 200 L30 380 L48 390 Z M464 190 L482 200 L482 380 L464 390 Z" fill="#7cbfab"/><rect x="150" y="236" width="212" height="104" rx="36" fill="#ffffff"/><rect x="166" y="250" width="180" height="76" rx="28" fill="#e3f3ee"/><path d="M190 290 C206 216 236 196 262 204 C296 196 316 240 326 290 Q256 310 190 290 Z" fill="#fff"/><path d="M226 286 C236 244 258 226 284 236" stroke="#d3e7e0" stroke-width="6" fill="none"/><path d="M96 214 C88 270 88 330 96 372" stroke="#fff" stroke-opacity="0.7" stroke-width="14" fill="none" filter="url(#soft)"/>`,
  );
}

/** Pull-up pants, folded open. */
export function pantsSvg(tint: string): string {
  const colour = colourOf(tint);
  return shell(
    `<linearGradient id="b" x1="0" y1="0" x2="0.4" y2="1"><stop offset="0" stop-color="#ffffff"/><stop offset="0.6" stop-color="${lighter(colour, 0.5)}"/><stop offset="1" stop-color="${darker(colour, 0.16)}"/></linearGradient>`,
    `<path d="M60 150 H452 C456 220 446 260 400 280 C350 300 340 400 316 412 H196 C172 400 162 300 112 280 C66 260 56 220 60 150 Z" fill="url(#b)"/><path d="M60 150 H452 L450 196 C340 210 172 210 62 196 Z" fill="${tint === 'white' ? '#bfe3f5' : lighter(colour, 0.1)}"/><path d="M74 164 H438 M74 180 H438" stroke="#fff" stroke-opacity="0.8" stroke-width="5" stroke-dasharray="14 10"/><path d="M112 280 C162 300 172 400 196 412 M400 280 C350 300 340 400 316 412" stroke="#a7d3ea" stroke-width="10" fill="none" stroke-linecap="round"/><path d="M256 232 l12 24 26 4 -19 18 5 26 -24 -13 -24 13 5 -26 -19 -18 26 -4 Z" fill="#ffd35c"/>`,
  );
}
