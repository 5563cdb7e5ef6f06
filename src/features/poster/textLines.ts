/** The width of a text in px. */
export type Measure = (text: string) => number;

/** Must not begin a line: closing and pausing marks, and units that belong to the number before them. */
const notFirst = new Set('，。、；：？！）》】」』〉”’…—·～%‰℃,.;:?!)]}>');
/** Must not end a line: opening marks, and signs of money. */
const notLast = new Set('（《【「『〈“‘¥￥$([{<');

const ellipsis = '…';

/**
 * Breaks a text into at most `most` lines that fit `width`: between any two Chinese characters, but never inside
 * a word or number, nor so that a mark stands on the wrong side of a break. What does not fit ends in an ellipsis.
 */
export function textLines(text: string, width: number, most: number, measure: Measure): string[] {
  const lines: string[] = [];
  let rest = piecesOf(text.replace(/\s+/g, ' ').trim());
  while (rest.length > 0 && lines.length < most) {
    if (lines.length === most - 1) {
      lines.push(cut(rest.join(''), width, measure));
      break;
    }
    const fitting = fittingPieces(rest, width, measure);
    lines.push(fitting.line.trimEnd());
    rest = fitting.rest;
  }
  return lines;
}

/** A text on one line, with an ellipsis where it had to be cut. */
export function cut(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  const signs = [...text];
  while (signs.length > 0 && measure(`${signs.join('')}${ellipsis}`) > width) signs.pop();
  while (signs.length > 0 && isLoose(signs[signs.length - 1])) signs.pop();
  return `${signs.join('')}${ellipsis}`;
}

/** A mark or a space before an ellipsis looks like a mistake. */
function isLoose(sign: string | undefined): boolean {
  return sign === ' ' || (sign !== undefined && (notFirst.has(sign) || notLast.has(sign)));
}

function fittingPieces(pieces: readonly string[], width: number, measure: Measure) {
  let count = 0;
  let line = '';
  for (const piece of pieces) {
    if (measure(`${line}${piece}`.trimEnd()) > width) break;
    line += piece;
    count += 1;
  }
  if (count > 0) return { line, rest: withoutSpace(pieces.slice(count)) };
  return splitPiece(pieces, width, measure);
}

/** A single word that is wider than the line is broken wherever the line ends. */
function splitPiece(pieces: readonly string[], width: number, measure: Measure) {
  const signs = [...(pieces[0] ?? '')];
  let count = 1;
  while (count < signs.length && measure(signs.slice(0, count + 1).join('')) <= width) count += 1;
  const left = signs.slice(count).join('');
  const others = pieces.slice(1);
  return { line: signs.slice(0, count).join(''), rest: left === '' ? others : [left, ...others] };
}

function withoutSpace(pieces: string[]): string[] {
  return pieces[0] === ' ' ? pieces.slice(1) : pieces;
}

/** The smallest parts that must stay together. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const sign of text) {
    const last = pieces[pieces.length - 1];
    if (last !== undefined && staysWith(last, sign)) pieces[pieces.length - 1] = last + sign;
    else pieces.push(sign);
  }
  return pieces;
}

function staysWith(before: string, sign: string): boolean {
  const end = [...before].pop() ?? '';
  if (end === ' ' || sign === ' ') return false;
  if (notFirst.has(sign) || notLast.has(end)) return true;
  return isWordly(end) && isWordly(sign);
}

function isWordly(sign: string): boolean {
  return /[\p{Script=Latin}\p{N}'’_+\-/&.%]/u.test(sign);
}
