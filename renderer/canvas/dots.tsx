import { ViewportPortal } from 'reactflow';
import { memo } from 'react';
import { useDetail } from './use-detail.ts';
import { useWideArea } from './use-visible-area.ts';

/** How far apart the dots of the background are. */
const gap = 24;

/** The paper under it all. It lies on the canvas and moves with it, so that panning has nothing to paint again. */
export const Dots = memo(function Dots() {
  const detail = useDetail();
  const area = useWideArea();
  if (detail === 'frame' || detail === 'map') return null;
  const [left, top] = [Math.floor(area.x / gap) * gap, Math.floor(area.y / gap) * gap];
  const style = { left, top, width: area.width + gap, height: area.height + gap };
  return (
    <ViewportPortal>
      <div className="dots" style={style} aria-hidden />
    </ViewportPortal>
  );
});
