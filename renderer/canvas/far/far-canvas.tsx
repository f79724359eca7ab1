import { useComputedColorScheme } from '@mantine/core';
import { useStoreApi, ViewportPortal } from 'reactflow';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useEditor, useStudio } from '../../state/studio.ts';
import { useCanvas, useCanvasStore } from '../canvas-store.ts';
import { useDetail } from '../use-detail.ts';
import { colourReader } from './colour-reader.ts';
import { isPainted } from './is-painted.ts';
import { paintFar, type FarView } from './paint-far.ts';
import { paintMarks } from './paint-marks.ts';
import { layPaper } from './paper.ts';
import { wireShapes } from './wire-shape.ts';
import './far-canvas.css';

/**
 * The far view of a large scenario: one drawing made from the same picture as the near one, and one over it of what is
 * chosen, carried and lit, which changes often and is little.
 */
export function FarCanvas() {
  const detail = useDetail();
  const isFar = useCanvas((state) => isPainted(state.picture, detail));
  const scheme = useComputedColorScheme();
  if (!isFar) return null;
  return (
    <ViewportPortal>
      <Drawing key={scheme} />
      <Marks key={`marks ${scheme}`} />
    </ViewportPortal>
  );
}

function Drawing() {
  const api = useStoreApi();
  const detail = useDetail();
  const { spots, wires } = useCanvas((state) => state.picture);
  const shapes = useMemo(() => wireShapes(wires, spots), [wires, spots]);
  const paper = useRef<HTMLCanvasElement>(null);

  useLayoutEffect(() => {
    const canvas = paper.current;
    if (canvas === null) return undefined;
    let colourOf = colourReader(canvas);
    const scene = { spots, wires: shapes, detail, font: getComputedStyle(canvas).fontFamily };
    const { paintSoon, stop } = layPaper(canvas, api, (pen, view, pixels) =>
      paintFar(pen, { ...scene, colourOf }, view, pixels),
    );
    // The page may only now be told that its theme is another one.
    const again = requestAnimationFrame(() => {
      colourOf = colourReader(canvas);
      paintSoon();
    });
    return () => {
      cancelAnimationFrame(again);
      stop();
    };
  }, [api, detail, shapes, spots]);

  return <canvas ref={paper} className="far-canvas" aria-hidden />;
}

function Marks() {
  const { run } = useStudio();
  const api = useStoreApi();
  const store = useCanvasStore();
  const { spots, wires } = useCanvas((state) => state.picture);
  const shapes = useMemo(() => wireShapes(wires, spots), [wires, spots]);
  const selected = useEditor((state) => state.selection);
  const selection = useMemo(() => new Set(selected), [selected]);
  const paper = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const canvas = paper.current;
    if (canvas === null) return undefined;
    let colourOf = colourReader(canvas);
    const paint = (pen: CanvasRenderingContext2D, view: FarView, pixels: number): void => {
      const { held, gripped, path, selectedWires } = store.getState();
      const marks = { spots, wires, shapes, selection, selectedWires, path, held, gripped, lit: run.allLit() };
      paintMarks(pen, { ...marks, colourOf }, view, pixels);
    };
    const isBlank = (): boolean => {
      const { held, path, selectedWires } = store.getState();
      return selection.size + run.allLit().size + held.size + path.size + selectedWires.length === 0;
    };
    const { paintSoon, stop } = layPaper(canvas, api, paint, isBlank);
    const again = requestAnimationFrame(() => {
      colourOf = colourReader(canvas);
      paintSoon();
    });
    const stops = [run.onShown(paintSoon), run.subscribe(paintSoon), store.subscribe(paintSoon), stop];
    return () => {
      cancelAnimationFrame(again);
      for (const end of stops) end();
    };
  }, [api, run, selection, shapes, spots, store, wires]);

  return <canvas ref={paper} className="far-canvas" data-marks aria-hidden />;
}
