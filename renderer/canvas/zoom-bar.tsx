import { useEffect, useState } from 'react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useKeysOf, withKeys } from '../app/use-keys-of.ts';
import { useStudio } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useMovingView } from './use-moving-view.tsx';

/** Digits that change more often than this, in milliseconds, are not read. */
const readable = 100;

function useZoomPercent(): number {
  const view = useMovingView();
  const read = (): number => Math.round(view.getState().transform[2] * 100);
  const [percent, setPercent] = useState(read);
  useEffect(() => {
    let [timer, last] = [0, NaN];
    const tell = (): void => {
      timer = 0;
      setPercent(Math.round(last * 100));
    };
    const follow = (): void => {
      const zoom = view.getState().transform[2];
      if (zoom === last) return;
      last = zoom;
      if (timer === 0) timer = window.setTimeout(tell, readable);
    };
    follow();
    const stop = view.subscribe(follow);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [view]);
  return percent;
}

/** Nearer, further, all of it. */
export function ZoomBar() {
  const { ui } = useStudio();
  const keysOf = useKeysOf();
  const percent = useZoomPercent();
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
