import { useComputedColorScheme } from '@mantine/core';
import { ViewportPortal } from 'reactflow';
import { useContext, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useEditor, useStudio } from '../../state/studio.ts';
import { useCanvas, useCanvasStore } from '../canvas-store.ts';
import { CanvasProblemsContext } from '../use-canvas-problems.ts';
import { detailAt, useDetail, type Detail } from '../use-detail.ts';
import { useMovingView } from '../use-moving-view.tsx';
import { colourReader } from './colour-reader.ts';
import { isPainted } from './is-painted.ts';
import type { FarView } from './far-scene.ts';
import { paintFar } from './paint-far.ts';
import { paintMarks } from './paint-marks.ts';
import { layPaper } from './paper.ts';
import { problemMarks, type ProblemMarks } from './problem-marks.ts';
import type { Spot } from '../layout/spot.ts';
import { carriedIn, carriedKey } from './carried.ts';
import { courseShapes, farShapes } from './wire-shape.ts';
import './far-canvas.css';

/**
 * The far view of a large scenario: one drawing made from the same picture as the near one, and one over it of what is
 * chosen, carried and lit, which changes often and is little.
 */
export function FarCanvas() {
  const detail = useDetail();
  const isFar = useCanvas((state) => isPainted(state.picture, detail));
  const isUnder = useCanvas((state) => state.isZooming);
  const scheme = useComputedColorScheme();
  if (!isFar && !isUnder) return null;
  return (
    <ViewportPortal>
      <Drawing key={scheme} />
      {isFar && <Marks key={`marks ${scheme}`} />}
    </ViewportPortal>
  );
}

/** As much as can be seen at a zoom. Near, it is only looked at until what it stands for is there. */
const paintedAt = (zoom: number): Detail => {
  const detail = detailAt(zoom);
  return detail === 'full' ? 'block' : detail;
};

function Drawing() {
  const view = useMovingView();
  const picture = useCanvas((state) => state.picture);
  const { spots, wires } = picture;
  const carried = useCanvas(carriedKey);
  const problems = useProblemMarks(spots);
  const paper = useRef<HTMLCanvasElement>(null);

  useLayoutEffect(() => {
    const canvas = paper.current;
    if (canvas === null) return undefined;
    let colourOf = colourReader(canvas);
    const font = getComputedStyle(canvas).fontFamily;
    const { paintSoon, stop } = layPaper(canvas, view, (pen, shown, pixels) => {
      const detail = paintedAt(shown.zoom);
      const shapes = detail === 'block' ? courseShapes(wires, spots) : farShapes(wires, spots);
      const without = carriedIn(picture, carried, detail).ids;
      paintFar(pen, { spots, wires: shapes, detail, without, problems, font, colourOf }, shown, pixels);
    });
    // The page may only now be told that its theme is another one.
    const again = requestAnimationFrame(() => {
      colourOf = colourReader(canvas);
      paintSoon();
    });
    return () => {
      cancelAnimationFrame(again);
      stop();
    };
  }, [carried, picture, problems, spots, view, wires]);

  return <canvas ref={paper} className="far-canvas" aria-hidden />;
}

function useProblemMarks(spots: ReadonlyMap<string, Spot>): ProblemMarks {
  const byNode = useContext(CanvasProblemsContext);
  return useMemo(() => problemMarks(byNode, spots), [byNode, spots]);
}

function Marks() {
  const { run } = useStudio();
  const view = useMovingView();
  const store = useCanvasStore();
  const { spots, wires } = useCanvas((state) => state.picture);
  const detail = useDetail();
  const shapes = useMemo(
    () => (detail === 'block' ? courseShapes(wires, spots) : farShapes(wires, spots)),
    [detail, wires, spots],
  );
  const problems = useProblemMarks(spots);
  const selected = useEditor((state) => state.selection);
  const selection = useMemo(() => new Set(selected), [selected]);
  const paper = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const canvas = paper.current;
    if (canvas === null) return undefined;
    let colourOf = colourReader(canvas);
    const font = getComputedStyle(canvas).fontFamily;
    const paint = (pen: CanvasRenderingContext2D, shown: FarView, pixels: number): void => {
      const state = store.getState();
      const { held, gripped, path, selectedWires, receiver, detail } = state;
      const carried = carriedIn(state.picture, carriedKey(state), detail);
      const marks = {
        carried,
        detail,
        problems,
        font,
        receiver,
        spots,
        wires,
        shapes,
        selection,
        selectedWires,
        path,
        held,
        gripped,
        lit: run.allLit(),
      };
      paintMarks(pen, { ...marks, colourOf }, shown, pixels);
    };
    const isBlank = (): boolean => {
      const { held, path, selectedWires } = store.getState();
      return selection.size + run.allLit().size + held.size + path.size + selectedWires.length === 0;
    };
    const { paintSoon, stop } = layPaper(canvas, view, paint, isBlank);
    const again = requestAnimationFrame(() => {
      colourOf = colourReader(canvas);
      paintSoon();
    });
    const stops = [run.onShown(paintSoon), run.subscribe(paintSoon), store.subscribe(paintSoon), stop];
    return () => {
      cancelAnimationFrame(again);
      for (const end of stops) end();
    };
  }, [problems, run, selection, shapes, spots, store, view, wires]);

  return <canvas ref={paper} className="far-canvas" data-marks aria-hidden />;
}
