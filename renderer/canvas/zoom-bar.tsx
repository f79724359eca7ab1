import { useStore } from 'reactflow';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useStudio } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';

/** Nearer, further, all of it. */
export function ZoomBar() {
  const { ui } = useStudio();
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100));
  return (
    <div className="canvas-bar zoom-bar" role="toolbar" aria-label="Zoom">
      <IconButton icon={Minus} label="Zoom out" onClick={() => ui.askCanvas('zoomOut')} />
      <button type="button" className="zoom-percent" title="Zoom to 100 %" onClick={() => ui.askCanvas('zoomReset')}>
        {percent} %
      </button>
      <IconButton icon={Plus} label="Zoom in" onClick={() => ui.askCanvas('zoomIn')} />
      <IconButton icon={Maximize} label="Show everything" onClick={() => ui.askCanvas('fit')} />
    </div>
  );
}
