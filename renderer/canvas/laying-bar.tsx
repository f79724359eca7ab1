import { useStudio } from '../state/studio.ts';
import { useCanvas } from './canvas-store.ts';

/** Says that a large layout is under way, and lets it be called off. */
export function LayingBar() {
  const { ui } = useStudio();
  const laying = useCanvas((state) => state.laying);
  if (!laying) return null;
  return (
    <div className="canvas-bar focus-bar" role="status">
      <span>Laying out…</span>
      <button type="button" onClick={() => ui.askCanvas('stopLayout')}>
        Cancel
      </button>
    </div>
  );
}
