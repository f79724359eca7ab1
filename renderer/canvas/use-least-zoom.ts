import { useStore } from 'reactflow';
import { useMemo } from 'react';
import { around } from './layout/rect.ts';
import type { Picture } from './project-to-flow.ts';
import { leastZoom } from './reveal-view.ts';

/** How far out one can go: until all of the scenario is in view, however large it is. */
export function useLeastZoom({ spots }: Picture): number {
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const all = useMemo(
    () => around([...spots.values()].flatMap(({ parent, rect }) => (parent === null ? [rect] : []))),
    [spots],
  );
  return leastZoom(all, { width, height });
}
