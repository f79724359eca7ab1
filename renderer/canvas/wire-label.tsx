import { ArrowRight } from 'lucide-react';
import { useStudio } from '../state/studio.ts';
import { layers } from './flow-node.ts';
import { transitionDrop, type PathEnd } from './wires/wire-path.ts';
import type { TransitionWire } from './wires/wire.ts';

type WireLabelProps = { readonly wire: TransitionWire; readonly from: PathEnd; readonly to: PathEnd };

/** Where a transition leads and when, beside its beginning; pressing it goes there. */
export function WireLabel({ wire, from, to }: WireLabelProps) {
  const { editor, ui } = useStudio();
  const towards = to.x < from.x ? -1 : 1;
  const style = {
    zIndex: layers.wires + 1,
    transform: `translate(${from.x + towards * 14}px, ${from.y + transitionDrop}px) translate(${towards < 0 ? '-100%' : '0'}, -50%)`,
  };
  const goThere = (): void => {
    editor.select([wire.target]);
    ui.reveal([wire.target]);
  };
  return (
    <button
      type="button"
      className="wire-label nopan"
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
