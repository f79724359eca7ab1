import { ArrowRight } from 'lucide-react';
import { useStudio } from '../state/studio.ts';
import { layers } from './flow-node.ts';
import { transitionDrop, type PathEnd } from './wires/wire-path.ts';
import type { TransitionWire } from './wires/wire.ts';

/** How high it is, and how far beside its wire. */
const height = 20;
const beside = 14;

type WireLabelProps = { readonly wire: TransitionWire; readonly from: PathEnd; readonly to: PathEnd };

/** Where a transition leads and when, beside its beginning; pressing it goes there. */
export function WireLabel({ wire, from, to }: WireLabelProps) {
  const { editor, ui } = useStudio();
  // Placed without a transform: each one more is a surface the browser has to sort out with every frame of a drag.
  const aside = to.x < from.x ? { right: `calc(100% - ${from.x - beside}px)` } : { left: from.x + beside };
  const style = { zIndex: layers.wires + 1, top: from.y + transitionDrop - height / 2, ...aside };
  const goThere = (): void => {
    editor.select([wire.target]);
    ui.reveal([wire.target]);
  };
  return (
    <button
      type="button"
      className="wire-label nopan"
      data-label-of={wire.id}
      style={style}
      tabIndex={-1}
      onClick={goThere}
      title={wire.condition}
    >
      <ArrowRight size={11} strokeWidth={2.25} aria-hidden />
      <span>{wire.label}</span>
      {wire.condition !== '' && <em>{wire.condition}</em>}
    </button>
  );
}
