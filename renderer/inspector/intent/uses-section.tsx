import { ChevronRight, SquareArrowOutUpRight, X } from 'lucide-react';
import { useId, useState } from 'react';
import { actionArguments } from '../../../shared/actions/action-arguments.ts';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import { asId, type ActionId } from '../../../shared/model/ids.ts';
import type { ActionUse, IntentRecord } from '../../../shared/model/intent-record.ts';
import { RecordIcon } from '../../app/record-icon.tsx';
import { firstNames } from '../../palette/insert-command.ts';
import { useEditor, useStudio } from '../../state/studio.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useExecute } from '../edit.ts';
import { TroubleLine } from '../fields/field-frame.tsx';
import { ReorderHandle } from '../fields/reorder-handle.tsx';
import { SearchPicker, type PickOption } from '../fields/search-picker.tsx';
import { Section } from '../fields/section.tsx';
import { goTo } from '../go-to.ts';
import { actionPicks } from '../picks.tsx';
import { troublesAt, useProblemsByRef } from '../problems-by-ref.ts';
import { UseMapping } from './use-mapping.tsx';
import './uses-section.css';

const newActions: readonly PickOption[] = [
  {
    value: 'new:api',
    label: 'New API call',
    detail: 'asks a service',
    icon: <RecordIcon of={{ kind: 'action', actionKind: 'api' }} />,
  },
  {
    value: 'new:setAttributes',
    label: 'New action that sets attributes',
    icon: <RecordIcon of={{ kind: 'action', actionKind: 'setAttributes' }} />,
  },
];

/** The actions of an intent in the order they run, each with its mapping. */
export function UsesSection({ intent }: { readonly intent: IntentRecord }) {
  const document = useEditor((state) => state.document);
  const execute = useExecute();
  const { editor } = useStudio();
  const add = (pick: string): void => {
    if (pick === 'new:api' || pick === 'new:setAttributes') {
      const actionKind = pick === 'new:api' ? 'api' : 'setAttributes';
      return execute({ kind: 'action.add', actionKind, name: firstNames[actionKind], into: intent.id });
    }
    execute({ kind: 'action.attach', action: asId<ActionId>(pick), intent: intent.id });
    // The form stays where it is: the mapping opens in it.
    editor.select([intent.id]);
  };
  const move = (from: number, to: number): void => {
    const uses = intent.actions;
    const [moving, before] = [uses[from], uses[to > from ? to + 1 : to]];
    if (moving === undefined) return;
    execute({ kind: 'actionUse.move', id: moving.id, intent: intent.id, before: before?.id ?? null });
    editor.select([intent.id]);
  };
  return (
    <Section title="Actions" name="intents.uses" count={intent.actions.length} startsOpen={intent.actions.length > 0}>
      <p className="section-note">
        {intent.speaker === 'USER'
          ? 'Done as soon as this is recognised, in this order.'
          : 'Done before the message is chosen, in this order.'}
      </p>
      {intent.actions.length > 0 && (
        <ul className="uses" aria-label="Actions" data-reorder-list>
          {intent.actions.map((use, index) => (
            <UseCard key={use.id} intent={intent} use={use} index={index} onMove={move} />
          ))}
        </ul>
      )}
      <SearchPicker
        control={{ 'aria-label': 'Add an action' }}
        picks={[...actionPicks(document), ...newActions]}
        value={null}
        empty="Add an action"
        onPick={add}
      />
    </Section>
  );
}

type UseCardProps = {
  readonly intent: IntentRecord;
  readonly use: ActionUse;
  readonly index: number;
  readonly onMove: (from: number, to: number) => void;
};

function UseCard({ intent, use, index, onMove }: UseCardProps) {
  const studio = useStudio();
  const { editor } = studio;
  const action = useEditor((state) => state.document.tables.actions.get(use.action));
  const problems = useProblemsByRef();
  const [open, setOpen] = useState(false);
  const id = useId();
  const name = visibleText(action?.name ?? use.action);
  const remove = (): void => {
    editor.execute({ kind: 'records.remove', ids: [use.id] });
    editor.select([intent.id]);
  };
  return (
    <li className="use" data-reorder-row={index}>
      <ReorderHandle label={name} index={index} count={intent.actions.length} onMove={onMove} />
      <div className="use-head">
        <button
          type="button"
          className="use-toggle"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight size={12} strokeWidth={2.25} aria-hidden />
          <RecordIcon of={{ kind: 'action', actionKind: action?.kind ?? 'api' }} />
          <span className="use-name">{name}</span>
          {action !== undefined && <span className="use-summary">{summaryOf(use, action)}</span>}
        </button>
        <IconButton icon={SquareArrowOutUpRight} label={`Open ${name}`} onClick={() => goTo(studio, use.id)} />
        <IconButton icon={X} label={`Remove ${name} from this intent`} onClick={remove} />
      </div>
      {troublesAt(problems, use.id, 'action').map((trouble) => (
        <TroubleLine key={trouble.sentence} trouble={trouble} />
      ))}
      <div id={id} hidden={!open}>
        {open && action !== undefined && <UseMapping intent={intent} use={use} action={action} />}
      </div>
    </li>
  );
}

/** How much of what it asks for is mapped. */
function summaryOf(use: ActionUse, action: Parameters<typeof actionArguments>[0]): string {
  if (!action.enabled) return 'off';
  const inputs = actionArguments(action);
  const mapped = inputs.filter(({ name }) => Object.hasOwn(use.inputs, name)).length;
  return inputs.length === 0 ? '' : `${mapped} of ${inputs.length} mapped`;
}
