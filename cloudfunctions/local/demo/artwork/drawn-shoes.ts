import { darker, lighter } from './colours';

interface ShoeShape {
  readonly upper: string;
  readonly collar: string;
  readonly tongue: string;
  readonly laces: readonly (readonly [number, number])[];
  readonly stripe: string;
}

const lowtop: ShoeShape = {
  upper:
    'M52 300 L48 196 C48 168 62 156 84 156 C106 158 118 188 160 186 C198 184 214 150 238 132 L272 148 C300 190 346 222 404 230 C452 236 474 262 472 300 Z',
  collar:
    'M62 166 C76 152 96 160 108 176 C126 196 176 200 200 174 C214 160 226 146 238 136 C214 132 196 150 176 160 C140 176 122 152 92 146 C76 144 66 152 62 166 Z',
  tongue: 'M196 172 C206 138 218 106 240 100 C262 98 274 116 276 150 Z',
  laces: [
    [262, 158],
    [286, 186],
    [314, 206],
    [344, 222],
  ],
  stripe: 'M150 300 C170 262 214 232 258 214 L286 236 C252 252 222 274 208 300 Z',
};

const hightop: ShoeShape = {
  upper:
    'M56 300 L48 110 C48 84 64 70 90 70 C118 74 140 92 178 84 C206 78 216 62 236 56 L262 68 C268 140 304 206 396 228 C450 238 474 262 472 300 Z',
  collar:
    'M60 84 C76 66 100 76 120 86 C150 98 190 94 206 80 C218 70 228 62 236 58 C214 52 200 66 176 70 C140 76 118 60 92 58 C76 58 64 68 60 84 Z',
  tongue: 'M196 84 C202 50 216 22 238 18 C262 18 268 40 268 76 Z',
  laces: [
    [252, 84],
    [262, 118],
    [276, 150],
    [300, 182],
    [334, 206],
  ],
  stripe: 'M120 300 C140 250 190 214 250 190 L276 222 C226 240 192 268 180 300 Z',
};

/** A board shoe or a basketball boot from the side, toe to the right, as SVG of 512 × 400. */
export function shoeSvg(kind: 'lowtop' | 'hightop', body: string, trim: string): string {
  const shape = kind === 'lowtop' ? lowtop : hightop;
  const lace = lighter(body, 0.75);
  const laces = shape.laces
    .map(([x, y]) => `<path d="M${x - 30} ${y + 20} Q${x - 6} ${y - 6} ${x + 12} ${y - 4}" />`)
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="400" viewBox="0 0 512 400">
<defs>
<linearGradient id="u" x1="0.2" y1="0" x2="0.7" y2="1"><stop offset="0" stop-color="${lighter(body, 0.35)}"/><stop offset="0.55" stop-color="${body}"/><stop offset="1" stop-color="${darker(body, 0.24)}"/></linearGradient>
<linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#ffffff"/><stop offset="0.6" stop-color="#eeedf0"/><stop offset="1" stop-color="#bdbac6"/></linearGradient>
<linearGradient id="t" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${lighter(trim, 0.25)}"/><stop offset="1" stop-color="${darker(trim, 0.2)}"/></linearGradient>
<radialGradient id="h" cx="0.5" cy="0.5" r="0.5"><stop offset="0" stop-color="#fff" stop-opacity="0.55"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
<clipPath id="c"><path d="${shape.upper}"/></clipPath>
<filter id="b"><feGaussianBlur stdDeviation="9"/></filter>
</defs>
<path d="${shape.tongue}" fill="${darker(body, 0.08)}"/>
<path d="${shape.collar}" fill="${darker(body, 0.5)}"/>
<path d="${shape.upper}" fill="url(#u)"/>
<g clip-path="url(#c)">
<path d="${shape.stripe}" fill="url(#t)"/>
<path d="M40 ${kind === 'lowtop' ? 200 : 150} L104 ${kind === 'lowtop' ? 196 : 150} C110 240 112 280 108 310 L40 310 Z" fill="url(#t)"/>
<path d="M372 310 C366 268 384 240 410 222 L500 222 L500 310 Z" fill="${darker(body, 0.1)}" opacity="0.55"/>
<path d="M40 300 H480" stroke="#1d1830" stroke-opacity="0.35" stroke-width="22" filter="url(#b)"/>
<ellipse cx="410" cy="246" rx="46" ry="16" fill="url(#h)" transform="rotate(14 410 246)"/>
<ellipse cx="150" cy="230" rx="60" ry="46" fill="url(#h)"/>
</g>
<g fill="none" stroke="${darker(lace, 0.25)}" stroke-width="13" stroke-linecap="round" transform="translate(0 4)">${laces}</g>
<g fill="none" stroke="${lace}" stroke-width="11" stroke-linecap="round">${laces}</g>
<path d="M34 292 C120 302 380 302 470 284 C490 282 494 300 488 316 C480 338 470 344 440 346 L70 348 C44 348 32 336 30 318 C28 302 28 292 34 292 Z" fill="url(#s)"/>
<path d="M31 326 C140 334 380 334 488 316 C480 338 470 344 440 346 L70 348 C44 348 33 340 31 326 Z" fill="url(#t)" opacity="0.9"/>
<path d="M40 300 C130 309 380 308 468 292" fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round" opacity="0.9"/>
</svg>`;
}

/** A slide with a broad strap, seen from the side above. */
export function slideSvg(body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="340" viewBox="0 0 512 340">
<defs>
<linearGradient id="a" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${lighter(body, 0.45)}"/><stop offset="1" stop-color="${body}"/></linearGradient>
<linearGradient id="k" x1="0" y1="0" x2="0.6" y2="1"><stop offset="0" stop-color="${lighter(body, 0.5)}"/><stop offset="0.5" stop-color="${body}"/><stop offset="1" stop-color="${darker(body, 0.2)}"/></linearGradient>
<linearGradient id="e" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${body}"/><stop offset="1" stop-color="${darker(body, 0.28)}"/></linearGradient>
<filter id="b"><feGaussianBlur stdDeviation="10"/></filter>
</defs>
<path d="M30 222 C28 186 60 176 130 180 C240 186 320 196 400 190 C462 188 490 214 486 244 L484 276 C478 306 440 312 380 312 L100 312 C54 312 32 296 31 268 Z" fill="url(#e)"/>
<path d="M34 224 C34 190 66 182 132 186 C240 192 320 202 400 196 C456 194 482 216 482 238 C470 264 420 270 360 266 C250 262 180 262 110 262 C58 262 36 250 34 224 Z" fill="url(#a)"/>
<path d="M214 258 C260 236 330 236 404 262" stroke="#1d1830" stroke-opacity="0.35" stroke-width="26" fill="none" filter="url(#b)"/>
<path d="M196 286 C200 180 232 122 296 112 C372 104 430 150 448 284 C440 296 420 298 408 290 C396 236 372 206 318 206 C268 206 244 236 234 290 C222 298 206 296 196 286 Z" fill="url(#k)"/>
<path d="M232 190 C250 148 276 132 306 130 C344 128 376 146 396 182" stroke="#fff" stroke-opacity="0.6" stroke-width="12" fill="none" stroke-linecap="round" filter="url(#b)"/>
</svg>`;
}

/** A running shoe with a thick, springy sole, toe to the right, as SVG of 540 × 330. */
export function runnerSvg(body: string, trim: string): string {
  const upper =
    'M58 236 C40 190 40 120 58 84 C66 66 88 62 100 78 C116 100 134 124 172 122 C204 120 226 96 250 82 L286 96 C318 136 372 172 436 186 C486 196 512 216 510 244 C420 262 160 262 58 236 Z';
  const lace = lighter(body, 0.8);
  const laces = [
    [276, 98],
    [302, 124],
    [332, 148],
    [366, 168],
  ]
    .map(
      ([x = 0, y = 0]) => `<path d="M${x - 34} ${y + 30} Q${x - 8} ${y + 2} ${x + 12} ${y + 2}"/>`,
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="540" height="330" viewBox="0 0 540 330">
<defs>
<linearGradient id="u" x1="0.15" y1="0" x2="0.7" y2="1"><stop offset="0" stop-color="${lighter(body, 0.4)}"/><stop offset="0.5" stop-color="${body}"/><stop offset="1" stop-color="${darker(body, 0.26)}"/></linearGradient>
<linearGradient id="t" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${lighter(trim, 0.3)}"/><stop offset="1" stop-color="${darker(trim, 0.18)}"/></linearGradient>
<linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#ffffff"/><stop offset="0.5" stop-color="#f1f0f4"/><stop offset="1" stop-color="#bcb9c8"/></linearGradient>
<radialGradient id="h"><stop offset="0" stop-color="#fff" stop-opacity="0.6"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
<radialGradient id="d"><stop offset="0" stop-color="#1d1830" stop-opacity="0.35"/><stop offset="1" stop-color="#1d1830" stop-opacity="0"/></radialGradient>
<clipPath id="c"><path d="${upper}"/></clipPath>
</defs>
<path d="M196 118 C208 84 226 50 252 40 C276 36 292 62 290 100 Z" fill="${darker(trim, 0.05)}"/>
<path d="M62 86 C72 62 96 66 108 82 C130 112 184 124 212 96 C228 82 240 80 252 82 C226 74 204 96 176 102 C140 108 116 74 92 66 C74 62 66 72 62 86 Z" fill="${darker(body, 0.55)}"/>
<path d="${upper}" fill="url(#u)"/>
<g clip-path="url(#c)">
<path d="M40 60 L92 60 C84 120 92 190 118 262 L40 262 Z" fill="url(#t)"/>
<path d="M128 262 C150 196 214 160 262 150 L282 170 C244 186 212 220 206 262 Z" fill="url(#t)"/>
<path d="M232 262 C240 226 262 196 292 180 L308 194 C288 210 272 234 270 262 Z" fill="url(#t)" opacity="0.75"/>
<path d="M400 270 C396 232 414 206 446 190 L540 190 L540 270 Z" fill="${darker(body, 0.16)}" opacity="0.5"/>
<ellipse cx="280" cy="262" rx="270" ry="34" fill="url(#d)"/>
<ellipse cx="440" cy="204" rx="56" ry="16" fill="url(#h)" transform="rotate(14 440 204)"/>
<ellipse cx="140" cy="160" rx="64" ry="40" fill="url(#h)" opacity="0.7"/>
</g>
<g fill="none" stroke="${darker(lace, 0.3)}" stroke-width="14" stroke-linecap="round" transform="translate(0 4)">${laces}</g>
<g fill="none" stroke="${lace}" stroke-width="11" stroke-linecap="round">${laces}</g>
<path d="M44 214 C80 236 150 240 230 240 C330 240 440 244 506 226 C528 222 534 242 520 262 C500 290 460 298 400 298 C330 298 300 290 250 290 C190 290 160 302 110 302 C60 302 34 282 30 252 C28 232 32 210 44 214 Z" fill="url(#s)"/>
<path d="M31 262 C70 282 150 276 230 270 C330 264 440 282 522 258 C500 290 460 298 400 298 C330 298 300 290 250 290 C190 290 160 302 110 302 C66 302 40 286 31 262 Z" fill="url(#t)"/>
<path d="M46 226 C90 246 160 250 236 250 C330 250 430 254 500 240" fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round" opacity="0.95"/>
<path d="M80 262 q14 -12 30 0 M128 262 q14 -12 30 0 M176 258 q14 -12 30 0" fill="none" stroke="#c9c6d4" stroke-width="5" stroke-linecap="round"/>
</svg>`;
}
