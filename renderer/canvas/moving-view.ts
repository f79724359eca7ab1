import type { ReactFlowState, Viewport } from 'reactflow';
import type { Rect } from './layout/rect.ts';

export type View = Pick<ReactFlowState, 'transform' | 'width' | 'height'>;

/** React Flow's store, as far as it is about the view. */
type Flow = {
  readonly getState: () => View & Pick<ReactFlowState, 'domNode'>;
  readonly setState: (changes: Pick<ReactFlowState, 'transform'>) => void;
  readonly subscribe: (listener: (state: View, before: View) => void) => () => void;
};

/** Where the view is, for those who follow it with every frame. */
export type MovingView = {
  readonly move: (viewport: Viewport) => void;
  readonly getState: () => View;
  /** Calls with every step of the view, and when its size changes. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly isMoving: () => boolean;
  /** Its zoom changed since it began to move. */
  readonly isZooming: () => boolean;
  /** Rests now: what comes is no movement that anybody follows. */
  readonly settle: () => void;
  /** What is moved; null before there is anything. */
  readonly surface: () => HTMLElement | null;
  /** The part of the canvas that is in view, grown to whole tiles: the same object while it is the same part. */
  readonly area: () => Rect;
  /** Follows sizes, and what else moves the view, until it is told to stop. */
  readonly watch: () => () => void;
};

/** How long the view stands still before it rests, in milliseconds. */
const pause = 120;

/**
 * Moves the view without anybody being asked. A change of React Flow's store asks every node, handle and panel whether
 * it is concerned, which takes longer than moving all there is to see. So while the view moves, its place is written
 * where all who look for it find it, and it is told of once it rests.
 */
export function createMovingView(flow: Flow): MovingView {
  const listeners = new Set<() => void>();
  let surface: HTMLElement | null = null;
  let [isMoving, timer, frame] = [false, 0, 0];
  let zoomBefore = flow.getState().transform[2];
  let tiles = tilesIn(flow.getState());
  let area = areaOf(tiles);
  const tell = (): void => {
    const now = tilesIn(flow.getState());
    if (now.some((edge, index) => edge !== tiles[index])) [tiles, area] = [now, areaOf(now)];
    for (const listener of listeners) listener();
  };
  const findSurface = (): HTMLElement | null => {
    if (surface?.isConnected !== true)
      surface = flow.getState().domNode?.querySelector('.react-flow__viewport') ?? null;
    return surface;
  };
  const stay = (): void => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
  const settle = (): void => {
    stay();
    if (!isMoving) return;
    isMoving = false;
    flow.setState({ transform: [...flow.getState().transform] });
  };
  // On a busy machine the next movement may be waiting already; with the next frame it has come.
  const settleSoon = (): void => void (frame = requestAnimationFrame(settle));
  return {
    move: ({ x, y, zoom }) => {
      const state = flow.getState();
      if (!isMoving) [, , zoomBefore] = state.transform;
      state.transform = [x, y, zoom];
      const moved = findSurface();
      if (moved !== null) moved.style.transform = `translate(${x}px,${y}px) scale(${zoom})`;
      isMoving = true;
      stay();
      timer = window.setTimeout(settleSoon, pause);
      tell();
    },
    getState: flow.getState,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    isMoving: () => isMoving,
    isZooming: () => isMoving && flow.getState().transform[2] !== zoomBefore,
    settle,
    surface: findSurface,
    area: () => area,
    watch: () => {
      const stop = flow.subscribe((state, before) => {
        const isSame = state.transform === before.transform && state.width === before.width;
        if (!isSame || state.height !== before.height) tell();
      });
      tell();
      return () => {
        stay();
        stop();
      };
    },
  };
}

/** The view is watched in tiles of about this many pixels of the window, so that panning renders nothing most frames. */
const tile = 400;

type Tiles = readonly [size: number, left: number, top: number, right: number, bottom: number];

function tilesIn({ transform: [x, y, zoom], width, height }: View): Tiles {
  const size = tile / 2 ** Math.round(Math.log2(zoom));
  return [
    size,
    Math.floor(-x / zoom / size),
    Math.floor(-y / zoom / size),
    Math.ceil((width - x) / zoom / size),
    Math.ceil((height - y) / zoom / size),
  ];
}

const areaOf = ([size, left, top, right, bottom]: Tiles): Rect => ({
  x: left * size,
  y: top * size,
  width: (right - left) * size,
  height: (bottom - top) * size,
});
