import type { NodeProps } from 'reactflow';
import { memo } from 'react';
import type { IntentRecord } from '../../../shared/model/intent-record.ts';
import { RecordIcon } from '../../app/record-icon.tsx';
import { useCanvas } from '../canvas-store.ts';
import type { IntentBox, IntentRow } from '../layout/measure-intent.ts';
import type { FlowNode } from '../flow-node.ts';
import { typeHue } from '../type-hue.ts';
import { useDetail } from '../use-detail.ts';
import { useLight } from '../use-light.ts';
import { Badges, BlockName, ProblemDot } from './badges.tsx';
import { EditableText } from './editable-text.tsx';
import { LightStatus } from './light-status.tsx';
import { PinDot, usePinUnderWire } from './pin-dot.tsx';
import './intent-node.css';

type Props = NodeProps<Extract<FlowNode, { type: 'intent' }>>;

/** One thing said: USER on the left with a round left edge, APP on the right with a round right edge. */
export const IntentNode = memo(function IntentNode({ id, data: { box }, selected }: Props) {
  const detail = useDetail();
  const lit = useLight(id);
  const receives = useCanvas(
    ({ receiver, pulled }) => receiver === id || (pulled?.over?.kind === 'intent' && pulled.over.intent === id),
  );
  const over = usePinUnderWire(box.pins);
  const { intent } = box;
  return (
    <div
      ref={lit}
      className="intent"
      data-speaker={intent.speaker}
      data-receives={receives || undefined}
      data-detail={detail}
    >
      {detail === 'full' ? <IntentBody box={box} /> : <BlockName name={intent.intentId} ids={[intent.id]} />}
      {detail === 'full' &&
        box.pins.map((pin) => {
          const row = box.rows.find((one) => one.pin === pin);
          const type = row === undefined ? {} : { type: row.type };
          return <PinDot key={pin.id} node={id} pin={pin} reachable={selected} isOver={pin === over} {...type} />;
        })}
    </div>
  );
});

function IntentBody({ box }: { readonly box: IntentBox }) {
  const { intent } = box;
  const isUser = intent.speaker === 'USER';
  return (
    <>
      <header className="intent-head">
        <RecordIcon of={{ kind: 'intent', speaker: intent.speaker }} size={13} />
        <span className="intent-id" title={intent.intentId}>
          {intent.intentId}
        </span>
        {box.others > 0 && (
          <span className="intent-others" title={isUser ? 'More ways to say it' : 'More messages'}>
            +{box.others}
          </span>
        )}
        <Badges behaviors={intent.behaviors} conditions={intent.conditions} virtualIntent={intent.virtualIntent} />
        <ProblemDot ids={[intent.id]} />
      </header>
      <EditableText
        id={intent.id}
        text={box.text}
        placeholder={placeholderFor(intent)}
        className="intent-text"
        takesReferences
        lines={box.lines}
      />
      {box.buttons.length > 0 && (
        <div className="intent-buttons">
          {box.buttons.map((text, index) => (
            <span key={`${index} ${text}`}>{text}</span>
          ))}
        </div>
      )}
      {box.rows.length > 0 && (
        <ul className="intent-rows">
          {box.rows.map((row) => (
            <IntentRowLine key={row.pin.id} row={row} />
          ))}
        </ul>
      )}
      <LightStatus id={box.id} />
    </>
  );
}

/** An intent that is known by its name alone, such as "not understood", shows it; the others ask for words. */
function placeholderFor({ speaker, name, intentId }: IntentRecord): string {
  if (name !== '' && name !== intentId) return name;
  return speaker === 'USER' ? 'Write what people say' : 'Write what the app answers';
}

const roleWords = { expects: 'Filled from what is said', sets: 'Set here', reads: 'Read by the text' } as const;

const IntentRowLine = ({ row }: { readonly row: IntentRow }) => (
  <li className="pin-row" data-role={row.role} title={roleWords[row.role]}>
    <span className="pin-label">{row.label}</span>
    <span className="pin-type" data-type={typeHue(row.type)}>
      {row.type}
    </span>
  </li>
);
