import { useComputedColorScheme } from '@mantine/core';
import { useStoreApi } from 'reactflow';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { useEditor, useStudio } from '../../state/studio.ts';
import { useCanvas } from '../canvas-store.ts';
import { useDetail } from '../use-detail.ts';
import { colourReader } from './colour-reader.ts';
import { isPainted } from './is-painted.ts';
import { paintFar, type FarScene } from './paint-far.ts';
import { wireShapes } from './wire-shape.ts';
import './far-canvas.css';

/** The far view of a large scenario: one canvas, painted from the same picture as the near one. */
export function FarCanvas() {
  const detail = useDetail();
  const isFar = useCanvas((state) => isPainted(state.picture, detail));
  return isFar ? <Painted /> : null;
}

function Painted() {
  const { run } = useStudio();
  const api = useStoreApi();
  const detail = useDetail();
  const { spots, wires } = useCanvas((state) => state.picture);
  const selectedWires = useCanvas((state) => state.selectedWires);
  const selection = useEditor((state) => state.selection);
  const scheme = useComputedColorScheme();
  const shapes = useMemo(() => wireShapes(wires, spots), [wires, spots]);
  const paper = useRef<HTMLCanvasElement>(null);

  useLayoutEffect(() => {
    const canvas = paper.current;
    const pen = canvas?.getContext('2d') ?? null;
    if (canvas === null || pen === null) return undefined;
    canvas.dataset['scheme'] = scheme;
    const scene: Omit<FarScene, 'colourOf'> = {
      spots,
      wires: shapes,
      detail,
      selection: new Set(selection),
      selectedWires,
      lightOf: run.highlightOf,
      font: getComputedStyle(canvas).fontFamily,
    };
    let colourOf = colourReader(canvas);
    let frame = 0;
    const paint = (): void => {
      frame = 0;
      const { transform, width, height } = api.getState();
      const pixels = window.devicePixelRatio;
      const [wide, high] = [Math.round(width * pixels), Math.round(height * pixels)];
      // Setting the size of a canvas empties it and costs memory, so only when it changed.
      if (canvas.width !== wide || canvas.height !== high) [canvas.width, canvas.height] = [wide, high];
      const [x, y, zoom] = transform;
      paintFar(pen, { ...scene, colourOf }, { x, y, zoom, width, height }, pixels);
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(paint);
    };
    paint();
    // The page may only now be told that its theme is another one.
    const again = requestAnimationFrame(() => {
      colourOf = colourReader(canvas);
      paint();
    });
    const stops = [api.subscribe(soon), run.onShown(soon), run.subscribe(soon)];
    return () => {
      cancelAnimationFrame(frame);
      cancelAnimationFrame(again);
      for (const stop of stops) stop();
    };
  }, [api, detail, run, scheme, selectedWires, selection, shapes, spots]);

  return <canvas ref={paper} className="far-canvas" aria-hidden />;
}
