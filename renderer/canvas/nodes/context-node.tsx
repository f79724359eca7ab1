import { ChevronUp, Lock, Plus } from 'lucide-react';
import type { NodeProps } from 'reactflow';
import { memo } from 'react';
import { RecordIcon } from '../../app/record-icon.tsx';
import { attributeLight, contextLight } from '../../state/run-highlights.ts';
import { useRun } from '../../state/studio.ts';
import { useCanvas, useCanvasStore } from '../canvas-store.ts';
import type { ContextBox, ContextRow } from '../layout/measure-context.ts';
import { slotText } from '../layout/slot.ts';
import type { FlowNode } from '../flow-node.ts';
import { typeHue } from '../type-hue.ts';
import { toggledContext } from '../toggled-context.ts';
import { useDetail } from '../use-detail.ts';
import { useLight } from '../use-light.ts';
import { PinDot, usePinUnderWire } from './pin-dot.tsx';
import './context-node.css';

type Props = NodeProps<Extract<FlowNode, { type: 'context' }>>;

/** A context with the attributes that are wired here. Drop a wire on a row, or on the rest for a new attribute. */
export const ContextNode = memo(function ContextNode({ id, data: { box }, selected }: Props) {
  const detail = useDetail();
  const lit = useLight(contextLight(box.context));
  const over = usePinUnderWire(box.pins);
  return (
    <div ref={lit} className="context" data-automatic={box.isAutomatic || undefined} data-detail={detail}>
      {detail === 'full' ? <ContextBody box={box} /> : <strong>{box.context}</strong>}
      {detail === 'full' &&
        box.pins.map((pin) => (
          <PinDot
            key={pin.id}
            node={id}
            pin={pin}
            reachable={selected}
            isOver={pin === over}
            {...typeAt(box, pin.id)}
          />
        ))}
    </div>
  );
});

function typeAt(box: ContextBox, pin: string): Pick<ContextRow, 'type'> | object {
  const row = box.rows.find(({ attribute }) => pin === `left:${attribute}` || pin === `right:${attribute}`);
  return row === undefined ? {} : { type: row.type };
}

function ContextBody({ box }: { readonly box: ContextBox }) {
  const store = useCanvasStore();
  return (
    <>
      <header className="context-head">
        <RecordIcon of={{ kind: 'context', context: box.context }} size={14} />
        <span className="context-name">{box.context}</span>
        {box.isReadOnly && <Lock size={12} strokeWidth={2} aria-label="Read only" />}
      </header>
      <ul className="context-rows">
        {box.rows.map((row) => (
          <AttributeLine key={row.attribute} context={box.context} row={row} />
        ))}
      </ul>
      {(box.more > 0 || box.isExpanded) && (
        <button
          type="button"
          className="context-more nodrag"
          tabIndex={-1}
          onClick={() => store.setState(toggledContext(store.getState(), box.id))}
        >
          {box.isExpanded ? <ChevronUp size={12} aria-hidden /> : null}
          {box.isExpanded ? 'Only what is wired here' : `${box.more} more`}
        </button>
      )}
      {!box.isReadOnly && <NewAttribute context={box.context} />}
    </>
  );
}

function AttributeLine({ context, row }: { readonly context: string; readonly row: ContextRow }) {
  const lit = useLight(attributeLight(context, row.attribute));
  const value = useRun((state) => state.variables.get(context)?.get(row.attribute));
  const isOver = useCanvas(
    ({ pulled }) =>
      pulled?.over?.kind === 'slot' &&
      pulled.over.slot.context === context &&
      pulled.over.slot.attribute === row.attribute,
  );
  const shown = value === undefined ? null : JSON.stringify(value.after);
  const reference = slotText({ context, attribute: row.attribute });
  return (
    <li
      ref={lit}
      className="pin-row"
      data-default={row.isDefault || undefined}
      data-over={isOver || undefined}
      title={row.isDefault ? `${reference}: results nobody sent anywhere go to user` : reference}
    >
      <span className="pin-label">{row.attribute}</span>
      {shown === null || value === undefined ? (
        <span className="pin-type" data-type={typeHue(row.type)}>
          {row.type}
        </span>
      ) : (
        <span className="pin-value" title={`${shown} (${value.origin})`} data-origin={value.origin}>
          {shown}
        </span>
      )}
    </li>
  );
}

/** Where a wire makes a new attribute: lit while one is being pulled. */
function NewAttribute({ context }: { readonly context: string }) {
  const isOver = useCanvas(({ pulled }) => pulled?.over?.kind === 'context' && pulled.over.context === context);
  return (
    <span className="context-new" data-over={isOver || undefined}>
      <Plus size={12} strokeWidth={2} aria-hidden /> new
    </span>
  );
}
