import type { Machine } from '../machine';
import { isCallable, type Bag } from '../values';

const METHODS =
  'save restore scale rotate translate transform setTransform resetTransform beginPath closePath moveTo lineTo arc arcTo ' +
  'bezierCurveTo quadraticCurveTo ellipse rect roundRect fill stroke clip fillRect strokeRect clearRect strokeText ' +
  'drawImage setLineDash putImageData';

const canvases = new WeakMap<Machine, Map<string, Bag>>();
const texts = new WeakMap<Machine, string[]>();

/** The canvas with this id: it draws nothing, but knows every call of Canvas 2D that a poster or a chart makes. */
export function canvasNode(machine: Machine, id: string): Bag {
  const known = canvases.get(machine) ?? new Map<string, Bag>();
  canvases.set(machine, known);
  const had = known.get(id);
  if (had !== undefined) return had;
  const canvas = newCanvas(machine);
  known.set(id, canvas);
  return canvas;
}

/** The texts that were written on any canvas, in order. */
export function drawnTexts(machine: Machine): string[] {
  const had = texts.get(machine) ?? [];
  texts.set(machine, had);
  return had;
}

/** A canvas of its own, as wx.createOffscreenCanvas makes. */
export function newCanvas(machine: Machine): Bag {
  const canvas: Bag = { width: 300, height: 150 };
  const context = contextOf(machine, canvas);
  return Object.assign(canvas, {
    getContext: () => context,
    createImage: () => image(machine),
    requestAnimationFrame: (draw: unknown) =>
      machine.later('animation frame', () => isCallable(draw) && draw(machine.clock.nowMs), 16),
    cancelAnimationFrame: (id: unknown) => machine.clock.stop(id),
    toDataURL: () => 'data:image/png;base64,iVBORw0KGgo=',
  });
}

function contextOf(machine: Machine, canvas: Bag): Bag {
  const nothing = METHODS.split(' ').map((name) => [name, () => undefined] as const);
  const gradient = () => ({ addColorStop: () => undefined });
  const context: Bag = {
    ...Object.fromEntries(nothing),
    canvas,
    font: '10px sans-serif',
    fillText: (text: unknown) => void drawnTexts(machine).push(String(text)),
    measureText: (text: unknown) => ({ width: widthOf(String(text), String(context.font)) }),
    createLinearGradient: gradient,
    createRadialGradient: gradient,
    createPattern: () => ({}),
    getImageData: () => ({ data: new Uint8ClampedArray(4), width: 1, height: 1 }),
    isPointInPath: () => false,
  };
  return context;
}

/** Chinese is as wide as high, the rest half as wide. */
function widthOf(text: string, font: string): number {
  const size = Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1] ?? 10);
  return [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? size : size / 2), 0);
}

function image(machine: Machine): Bag {
  let src = '';
  const made: Bag = { width: 100, height: 100 };
  Object.defineProperty(made, 'src', {
    get: () => src,
    set: (value: unknown) => {
      src = String(value);
      machine.later('image', () => isCallable(made.onload) && made.onload());
    },
  });
  return made;
}
