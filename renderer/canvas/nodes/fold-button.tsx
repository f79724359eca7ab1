import { ChevronDown, ChevronRight } from 'lucide-react';
import { useKeysOf, withKeys } from '../../app/use-keys-of.ts';
import { useCanvasStore } from '../canvas-store.ts';

type FoldButtonProps = { readonly id: string; readonly name: string; readonly hidden: number | null };

/** Closes a frame to its title, or opens it again; closed, it says how much is in it. */
export function FoldButton({ id, name, hidden }: FoldButtonProps) {
  const store = useCanvasStore();
  const keysOf = useKeysOf();
  const toggle = (): void => {
    const { part } = store.getState();
    const collapsed = new Set(part.collapsed);
    if (!collapsed.delete(id)) collapsed.add(id);
    store.setState({ part: { ...part, collapsed } });
  };
  const Icon = hidden === null ? ChevronDown : ChevronRight;
  return (
    <button
      type="button"
      className="fold-button nodrag nopan"
      tabIndex={-1}
      aria-expanded={hidden === null}
      aria-label={`${hidden === null ? 'Close' : 'Open'} ${name}`}
      title={
        hidden === null
          ? withKeys('Close to its title', keysOf('view.collapse'))
          : withKeys('Open', keysOf('view.expand'))
      }
      onClick={toggle}
    >
      <Icon size={13} strokeWidth={2} aria-hidden />
      {hidden !== null && <span>{hidden === 1 ? '1 intent' : `${hidden} intents`}</span>}
    </button>
  );
}
