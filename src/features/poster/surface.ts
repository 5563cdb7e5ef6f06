/** What is drawn on; lengths are px of the design, whatever the screen. */
export interface Surface {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  /** A picture to draw, or null when it does not come. */
  readonly picture: (url: string) => Promise<CanvasImageSource | null>;
  /** What was drawn as a picture: a file in the mini program, a data URL in a browser. */
  readonly exported: () => Promise<string>;
}

/** A size of its own for what shall be exported, in px of the design, and how many dots one of them has. */
export interface FixedSize {
  readonly width: number;
  readonly height: number;
  readonly dots: number;
}

export interface Canvas2dProps {
  /** One of a kind on its page. */
  id: string;
  /** Gives the size on the screen. */
  className: string;
  /** Read aloud in the place of what is drawn; empty where nobody is meant to look. */
  label: string;
  /** Draws from an empty canvas; it is called again only when it is another function or the size changes. */
  draw: ((surface: Surface) => void) | null;
  /** Draws at this size instead of the one on the screen. Must stay the same object. */
  size?: FixedSize;
}

/** What both platforms' canvases can do. */
export interface CanvasNode {
  width: number;
  height: number;
  getContext(kind: '2d'): CanvasRenderingContext2D | null;
}

/** How long a picture may take before the rest is drawn without it, in ms. */
const picturePatienceMs = 8_000;

/** Clears a canvas and makes it as fine as the screen or the export wants; null where there is no context. */
export function surfaceOn(
  node: CanvasNode,
  { width, height, dots }: FixedSize,
  deeds: Pick<Surface, 'picture' | 'exported'>,
): Surface | null {
  if (width <= 0 || height <= 0) return null;
  node.width = Math.round(width * dots);
  node.height = Math.round(height * dots);
  const context = node.getContext('2d');
  if (context === null) return null;
  context.setTransform(dots, 0, 0, dots, 0, 0);
  return { context, width, height, ...deeds };
}

/** Waits for a picture; one that fails or takes too long is null, so that the rest can be drawn. */
export function loaded<Picture extends Loading>(
  picture: Picture,
  url: string,
): Promise<Picture | null> {
  if (url === '') return Promise.resolve(null);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), picturePatienceMs);
    const done = (answer: Picture | null) => {
      clearTimeout(timer);
      resolve(answer);
    };
    picture.onload = () => done(picture);
    picture.onerror = () => done(null);
    picture.src = url;
  });
}

interface Loading {
  src: string;
  onload: unknown;
  onerror: unknown;
}
