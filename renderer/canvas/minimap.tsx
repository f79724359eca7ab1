import { useComputedColorScheme } from '@mantine/core';
import { useReactFlow } from 'reactflow';
import { memo, useEffect, useLayoutEffect, useMemo, useRef, type PointerEvent } from 'react';
import { useCanvas } from './canvas-store.ts';
import { colourReader } from './far/colour-reader.ts';
import { noteHue } from './far/paint-notes.ts';
import { showPainting } from './far/show-painting.ts';
import { isArea } from './layout/is-area.ts';
import { around, grow, type Rect } from './layout/rect.ts';
import type { Box, Spot } from './layout/spot.ts';
import { useMovingView } from './use-moving-view.tsx';

const size = { width: 144, height: 96 };

/** The whole canvas in a corner, painted in one go, with a frame around what is in view. Drag to go elsewhere. */
export const Minimap = memo(function Minimap() {
  const spots = useCanvas((state) => state.picture.spots);
  const flow = useReactFlow();
  const scale = useMemo(() => scaleFor(spots), [spots]);
  const scheme = useComputedColorScheme();
  if (scale === null || spots.size < 8) return null;

  const goTo = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    // Beside a canvas that is not wide it is shown smaller.
    const factor = scale.factor * (box.width / size.width);
    const x = (event.clientX - box.left) / factor + scale.left;
    const y = (event.clientY - box.top) / factor + scale.top;
    void flow.setCenter(x, y, { zoom: flow.getZoom() });
  };
  return (
    <div
      className="canvas-bar minimap"
      style={size}
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event);
      }}
    >
      <Paper scheme={scheme} spots={spots} scale={scale} />
      <ViewFrame key={`view ${scheme}`} scale={scale} />
    </div>
  );
});

type PaperProps = { readonly scheme: string; readonly spots: ReadonlyMap<string, Spot>; readonly scale: Scale };

/** Painted once for each theme: only the page knows which colours a theme means. What was painted stays until then. */
function Paper({ scheme, spots, scale }: PaperProps) {
  const image = useRef<HTMLImageElement>(null);
  const painted = useRef('');
  useEffect(() => {
    let stop = (): void => {};
    // A map of thousands of nodes is not painted with each key that is pressed.
    const wait = scheme === painted.current ? 120 : 0;
    painted.current = scheme;
    const soon = setTimeout(() => {
      const shown = image.current;
      if (shown !== null) stop = showPainting(shown, (pen) => paint(pen, colourReader(shown), spots, scale));
    }, wait);
    return () => {
      clearTimeout(soon);
      stop();
    };
  }, [scheme, spots, scale]);
  return <img ref={image} style={size} alt="" />;
}

type Scale = { readonly left: number; readonly top: number; readonly factor: number };

function scaleFor(spots: ReadonlyMap<string, Spot>): Scale | null {
  const all = around([...spots.values()].map(({ rect }) => rect));
  if (all === null) return null;
  const { x, y, width, height } = grow(all, 80);
  const factor = Math.min(size.width / width, size.height / height);
  const left = x - (size.width / factor - width) / 2;
  const top = y - (size.height / factor - height) / 2;
  return { left, top, factor };
}

/**
 * Follows the view without being rendered: it moves with every frame. It is a drawing, as an element that moves or grows
 * would have the browser look through the page.
 */
function ViewFrame({ scale }: { readonly scale: Scale }) {
  const view = useMovingView();
  const frame = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const paper = frame.current;
    const pen = paper?.getContext('2d') ?? null;
    if (paper === null || pen === null) return undefined;
    const pixels = window.devicePixelRatio;
    [paper.width, paper.height] = [size.width * pixels, size.height * pixels];
    let colourOf = colourReader(paper);
    const follow = (): void => {
      const { transform, width, height } = view.getState();
      const [x, y, zoom] = transform;
      const [left, top] = [(-x / zoom - scale.left) * scale.factor, (-y / zoom - scale.top) * scale.factor];
      const corners = [left, top, (width / zoom) * scale.factor, (height / zoom) * scale.factor, 3] as const;
      pen.setTransform(pixels, 0, 0, pixels, 0, 0);
      pen.clearRect(0, 0, size.width, size.height);
      pen.beginPath();
      pen.roundRect(...corners);
      pen.fillStyle = colourOf('color-mix(in oklab, var(--accent) 9%, transparent)');
      pen.fill();
      pen.strokeStyle = colourOf('var(--accent)');
      pen.lineWidth = 1.5;
      pen.stroke();
    };
    follow();
    // The page may only now be told that its theme is another one.
    const again = requestAnimationFrame(() => {
      colourOf = colourReader(paper);
      follow();
    });
    const stop = view.subscribe(follow);
    return () => {
      cancelAnimationFrame(again);
      stop();
    };
  }, [scale, view]);
  return <canvas ref={frame} className="minimap-view" style={size} />;
}

const colours: Readonly<Record<Box['kind'], string>> = {
  conversation: '--surface',
  scene: '--accent-tint',
  turn: '--surface-raised',
  intent: '--user',
  action: '--action',
  context: '--data',
  note: '--line-strong',
};

function paint(
  pen: CanvasRenderingContext2D,
  colourOf: (colour: string) => string,
  spots: ReadonlyMap<string, Spot>,
  scale: Scale,
): void {
  const pixels = window.devicePixelRatio;
  [pen.canvas.width, pen.canvas.height] = [size.width * pixels, size.height * pixels];
  pen.scale(pixels * scale.factor, pixels * scale.factor);
  pen.translate(-scale.left, -scale.top);
  for (const { box, rect } of areasFirst(spots)) {
    if (isArea(box)) {
      pen.globalAlpha = 0.25;
      pen.fillStyle = colourOf(noteHue(box.record.colour));
      pen.fillRect(...corners(rect));
      pen.globalAlpha = 1;
      continue;
    }
    const name = box.kind === 'intent' && box.intent.speaker === 'APP' ? '--app' : colours[box.kind];
    pen.fillStyle = colourOf(`var(${name})`);
    pen.fillRect(...corners(rect));
    if (box.kind !== 'conversation') continue;
    pen.strokeStyle = colourOf('var(--line-strong)');
    pen.lineWidth = 1 / scale.factor;
    pen.strokeRect(...corners(rect));
  }
}

/** Areas lie behind everything. */
const areasFirst = (spots: ReadonlyMap<string, Spot>): readonly Spot[] =>
  [...spots.values()].sort((one, other) => Number(isArea(other.box)) - Number(isArea(one.box)));

const corners = ({ x, y, width, height }: Rect): [number, number, number, number] => [x, y, width, height];
