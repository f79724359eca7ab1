// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createMovingView } from '../../../../renderer/canvas/moving-view.ts';

type State = { transform: [number, number, number]; width: number; height: number; domNode: HTMLDivElement | null };

function aView() {
  const domNode = document.createElement('div');
  domNode.innerHTML = '<div class="react-flow__viewport"></div>';
  document.body.append(domNode);
  const flow = createStore<State>(() => ({ transform: [0, 0, 1], width: 800, height: 600, domNode }));
  const asked = vi.fn<() => void>();
  flow.subscribe(asked);
  const view = createMovingView(flow);
  const stop = view.watch();
  return { flow, asked, view, stop, surface: domNode.querySelector<HTMLElement>('.react-flow__viewport') };
}

describe('a moving view', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    document.body.replaceChildren();
  });

  it('moves all there is to see, and whoever looks finds it there, without anybody being asked', () => {
    const { flow, asked, view, surface } = aView();
    view.move({ x: -30, y: -40, zoom: 0.5 });
    expect(surface?.style.transform).toBe('translate(-30px,-40px) scale(0.5)');
    expect(flow.getState().transform).toEqual([-30, -40, 0.5]);
    expect(asked).not.toHaveBeenCalled();
  });

  it('tells everybody once it rests, however long it moved', () => {
    const { flow, asked, view } = aView();
    for (let step = 0; step < 10; step += 1) {
      view.move({ x: -step, y: 0, zoom: 1 });
      vi.advanceTimersByTime(90);
    }
    expect(asked).not.toHaveBeenCalled();
    expect(view.isMoving()).toBe(true);
    vi.advanceTimersByTime(200);
    expect(view.isMoving()).toBe(false);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(flow.getState().transform).toEqual([-9, 0, 1]);
  });

  it('tells its followers of each step and of its end', () => {
    const { view } = aView();
    const seen: boolean[] = [];
    view.subscribe(() => seen.push(view.isMoving()));
    view.move({ x: -1, y: 0, zoom: 1 });
    view.move({ x: -2, y: 0, zoom: 1 });
    view.settle();
    expect(seen).toEqual([true, true, false]);
  });

  it('knows a change of zoom from one of place', () => {
    const { view } = aView();
    view.move({ x: -10, y: 0, zoom: 1 });
    expect(view.isZooming()).toBe(false);
    view.move({ x: -10, y: 0, zoom: 0.9 });
    expect(view.isZooming()).toBe(true);
    view.settle();
    view.move({ x: -20, y: 0, zoom: 0.9 });
    expect(view.isZooming()).toBe(false);
  });

  it('gives the same part of the canvas until another one comes into view', () => {
    const { view, flow } = aView();
    const first = view.area();
    view.move({ x: -1, y: -1, zoom: 1 });
    const next = view.area();
    view.move({ x: -399, y: -1, zoom: 1 });
    expect(view.area()).toBe(next);
    view.move({ x: -401, y: -1, zoom: 1 });
    expect(view.area()).not.toBe(next);
    expect(first).toMatchObject({ width: 800, height: 800 });
    flow.setState({ width: 2000 });
    expect(view.area().width).toBe(2400);
  });

  it('says no more once nobody watches', () => {
    const { view, asked, stop } = aView();
    view.move({ x: -1, y: 0, zoom: 1 });
    stop();
    vi.advanceTimersByTime(500);
    expect(asked).not.toHaveBeenCalled();
  });
});
