import type { NodeProps } from 'reactflow';
import { UserRound } from 'lucide-react';
import { memo } from 'react';
import { isDoneByEngine, type ActionRecord } from '../../../shared/model/action-record.ts';
import { actionLine } from '../../actions/action-line.ts';
import { RecordIcon } from '../../app/record-icon.tsx';
import { useRun, useStudio } from '../../state/studio.ts';
import { useCanvas } from '../canvas-store.ts';
import type { ActionBox, ActionRow } from '../layout/measure-action.ts';
import type { FlowNode } from '../flow-node.ts';
import { typeHue } from '../type-hue.ts';
import { useDetail } from '../use-detail.ts';
import { useLight } from '../use-light.ts';
import { BlockName, ProblemDot } from './badges.tsx';
import { LightStatus } from './light-status.tsx';
import { PinDot, usePinUnderWire } from './pin-dot.tsx';
import './action-node.css';

type Props = NodeProps<Extract<FlowNode, { type: 'action' }>>;

/** An action: what it needs on the left, what it gives on the right. */
export const ActionNode = memo(function ActionNode({ id, data: { box }, selected }: Props) {
  const detail = useDetail();
  const lit = useLight(id);
  const receives = useCanvas(
    ({ receiver, pulled }) =>
      receiver === id || (pulled?.over?.kind === 'action' && box.use === null && pulled.over.action === box.action?.id),
  );
  const over = usePinUnderWire(box.pins);
  const rows = [...box.inputs, ...box.outputs];
  return (
    <div
      ref={lit}
      className="action"
      data-off={box.action?.enabled === false || undefined}
      data-missing={box.action === null || undefined}
      data-receives={receives || undefined}
      data-detail={detail}
    >
      {detail === 'full' ? <ActionBody box={box} /> : <BlockName name={nameOf(box)} ids={[box.id, box.action?.id]} />}
      {detail === 'full' &&
        rows.map(({ pin, type, state }) => (
          <PinDot
            key={pin.id}
            node={id}
            pin={pin}
            type={type}
            state={state}
            reachable={selected}
            isOver={pin === over}
          />
        ))}
    </div>
  );
});

const nameOf = (box: ActionBox): string => box.action?.name ?? box.use?.action ?? 'missing action';

function ActionBody({ box }: { readonly box: ActionBox }) {
  const { action } = box;
  return (
    <>
      <header className="action-head">
        <span className="action-icon">
          <RecordIcon of={{ kind: 'action', actionKind: action?.kind ?? 'api' }} size={15} />
        </span>
        <span className="action-title">
          <span className="action-name" title={nameOf(box)}>
            {nameOf(box)}
          </span>
          <span className="action-what" title={whatItDoes(action)}>
            {action !== null && !isDoneByEngine(action) && <ModeBadge />}
            {whatItDoes(action)}
          </span>
        </span>
        <ProblemDot ids={[box.id, action?.id]} />
        {action !== null && <EnabledSwitch action={action} />}
      </header>
      <div className="action-rows">
        <ul>
          {box.inputs.map((row) => (
            <ActionRowLine key={row.pin.id} row={row} />
          ))}
        </ul>
        <ul>
          {box.outputs.map((row) => (
            <ActionRowLine key={row.pin.id} row={row} />
          ))}
        </ul>
      </div>
      <LightStatus id={box.id} />
    </>
  );
}

const whatItDoes = (action: ActionRecord | null): string =>
  action === null ? 'There is no such action any more' : actionLine(action);

/** Mocked can never be mistaken for live. */
function ModeBadge() {
  const mode = useRun((state) => state.mode);
  return (
    <span className="mode-badge" data-mode={mode}>
      {mode}
    </span>
  );
}

function EnabledSwitch({ action }: { readonly action: ActionRecord }) {
  const { editor } = useStudio();
  const toggle = (): void => {
    const changes = { enabled: !action.enabled };
    editor.execute({ kind: 'record.update', table: 'actions', id: action.id, changes });
  };
  return (
    <button
      type="button"
      role="switch"
      className="switch nodrag"
      aria-checked={action.enabled}
      aria-label={`${action.name} is switched ${action.enabled ? 'on' : 'off'}`}
      title={action.enabled ? 'Switch off' : 'Switch on'}
      tabIndex={-1}
      onClick={toggle}
    />
  );
}

const stateWords = {
  wired: '',
  fixed: 'A fixed value',
  default: 'Not sent anywhere: goes to user',
  open: 'Not read from anywhere yet',
} as const;

const ActionRowLine = ({ row }: { readonly row: ActionRow }) => (
  <li className="pin-row" data-state={row.state} title={`${row.label}: ${row.type}. ${stateWords[row.state]}`}>
    <span className="pin-label" data-type={typeHue(row.type)}>
      {row.label}
    </span>
    {row.state === 'default' && (
      <UserRound className="pin-default" size={11} strokeWidth={2} aria-label="goes to user" />
    )}
  </li>
);
