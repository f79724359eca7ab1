import type { ReactFlowState } from 'reactflow';
import type { FarView } from './far-scene.ts';

type View = Pick<ReactFlowState, 'transform' | 'width' | 'height'>;
type ViewStore = { readonly getState: () => View; readonly subscribe: (listener: () => void) => () => void };

/** A drawing on the canvas itself: it moves along with it, and is made again only when more or finer is to be seen. */
export type Paper = { readonly paintSoon: () => void; readonly stop: () => void };

/** How far around the view it is painted, in pixels of the window, and how much of that is left when it is made anew. */
const margin = 320;
const spare = 60;
/** While the zoom changes, the drawing is stretched up to here; then, and once it rests, it is made as fine as it can be. */
const stretch = 1.3;
const rest = 120;

export function layPaper(
  canvas: HTMLCanvasElement,
  store: ViewStore,
  paint: (pen: CanvasRenderingContext2D, view: FarView, pixels: number) => void,
  isBlank: () => boolean = () => false,
): Paper {
  let painted: View | null = null;
  let [frame, timer] = [0, 0];

  const paintNow = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    frame = 0;
    const view = store.getState();
    painted = view;
    // Even a picture of nothing is carried from place to place.
    canvas.hidden = isBlank();
    const pen = canvas.hidden ? null : canvas.getContext('2d');
    if (pen === null) return;
    const [x, y, zoom] = view.transform;
    const [width, height] = [view.width + 2 * margin, view.height + 2 * margin];
    const pixels = window.devicePixelRatio;
    const [wide, high] = [Math.round(width * pixels), Math.round(height * pixels)];
    // Setting the size of a canvas empties it and costs memory, so only when it changed.
    if (canvas.width !== wide || canvas.height !== high) [canvas.width, canvas.height] = [wide, high];
    canvas.style.transform = `translate(${(-x - margin) / zoom}px, ${(-y - margin) / zoom}px)`;
    [canvas.style.width, canvas.style.height] = [`${width / zoom}px`, `${height / zoom}px`];
    paint(pen, { x: x + margin, y: y + margin, zoom, width, height }, pixels);
  };
  const paintSoon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(paintNow);
  };
  const follow = (): void => {
    const view = store.getState();
    if (painted === null || isSame(view, painted)) return;
    if (!covers(painted, view)) return paintSoon();
    if (view.transform[2] === painted.transform[2]) return;
    clearTimeout(timer);
    timer = window.setTimeout(paintSoon, rest);
  };
  const unfollow = store.subscribe(follow);
  paintNow();
  return {
    paintSoon,
    stop: () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      unfollow();
    },
  };
}

const isSame = (one: View, other: View): boolean =>
  one.transform === other.transform && one.width === other.width && one.height === other.height;

/** Whether what was painted for one view still shows all of another, and not too coarsely. */
function covers(painted: View, view: View): boolean {
  const [left, top, was] = painted.transform;
  const [x, y, zoom] = view.transform;
  const grown = zoom / was;
  if (grown > stretch || grown < 1 / stretch) return false;
  const room = (margin - spare) * grown;
  const [offsetX, offsetY] = [x - left * grown, y - top * grown];
  return (
    offsetX < room &&
    offsetY < room &&
    view.width - offsetX < painted.width * grown + room &&
    view.height - offsetY < painted.height * grown + room
  );
}
