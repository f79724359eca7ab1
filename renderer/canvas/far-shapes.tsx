import { ViewportPortal } from 'reactflow';
import { memo, useMemo } from 'react';
import { useCanvas } from './canvas-store.ts';
import { isPainted } from './far/is-painted.ts';
import type { Box, Spot } from './layout/spot.ts';
import { useDetail } from './use-detail.ts';
import './far-shapes.css';

/** From far away, all there is to see of what is said and done: four drawings, whatever the size of the scenario. */
export const FarShapes = memo(function FarShapes() {
  const spots = useCanvas((state) => state.picture.spots);
  const detail = useDetail();
  const isFar = (detail === 'frame' || detail === 'map') && !isPainted({ spots }, detail);
  const shapes = useMemo(() => (isFar ? shapesOf(spots, detail === 'map') : null), [spots, isFar, detail]);
  if (shapes === null) return null;
  return (
    <ViewportPortal>
      <svg className="far-shapes" aria-hidden>
        {[...shapes].map(([hue, path]) => (
          <path key={hue} data-hue={hue} d={path} />
        ))}
      </svg>
    </ViewportPortal>
  );
});

const hueOf = (box: Box): string | null => {
  switch (box.kind) {
    case 'intent':
      return box.intent.speaker === 'USER' ? 'user' : 'app';
    case 'action':
      return 'action';
    case 'context':
      return 'data';
    default:
      return null;
  }
};

/** From very far the names of conversations stand over everything, so what they lie on is drawn here. */
function shapesOf(spots: ReadonlyMap<string, Spot>, isMap: boolean): ReadonlyMap<string, string> {
  const paths = new Map<string, string[]>();
  for (const { box, rect } of spots.values()) {
    const hue = isMap && box.kind === 'conversation' ? 'conversation' : hueOf(box);
    if (hue === null) continue;
    const path = paths.get(hue) ?? [];
    path.push(`M${rect.x},${rect.y}h${rect.width}v${rect.height}h${-rect.width}z`);
    paths.set(hue, path);
  }
  return new Map([...paths].map(([hue, path]) => [hue, path.join('')]));
}
