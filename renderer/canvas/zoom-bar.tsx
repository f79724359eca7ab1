import { useStore } from 'reactflow';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useKeysOf, withKeys } from '../app/use-keys-of.ts';
import { useStudio } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';

/** Nearer, further, all of it. */
export function ZoomBar() {
  const { ui } = useStudio();
  const keysOf = useKeysOf();
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100));
  return (
    <div className="canvas-bar zoom-bar" role="toolbar" aria-label="Zoom">
      <IconButton
        icon={Minus}
        label="Zoom out"
        shortcut={keysOf('view.zoomOut')}
        onClick={() => ui.askCanvas('zoomOut')}
      />
      <button
        type="button"
        className="zoom-percent"
        title={withKeys('Zoom to 100 %', keysOf('view.zoomReset'))}
        onClick={() => ui.askCanvas('zoomReset')}
      >
        {percent} %
      </button>
      <IconButton icon={Plus} label="Zoom in" shortcut={keysOf('view.zoomIn')} onClick={() => ui.askCanvas('zoomIn')} />
      <IconButton
        icon={Maximize}
        label="Show everything"
        shortcut={keysOf('view.fit')}
        onClick={() => ui.askCanvas('fit')}
      />
    </div>
  );
}
