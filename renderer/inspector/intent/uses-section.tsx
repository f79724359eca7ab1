import { SquareArrowOutUpRight, X } from 'lucide-react';
import { actionArguments } from '../../../shared/actions/action-arguments.ts';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import { actionKindWords, isActionKind } from '../../../shared/model/action-kind-words.ts';
import type { ActionKind } from '../../../shared/model/action-record.ts';
import { asId, type ActionId } from '../../../shared/model/ids.ts';
import type { ActionUse, IntentRecord } from '../../../shared/model/intent-record.ts';
import { RecordIcon } from '../../app/record-icon.tsx';
import { useEditor, useStudio } from '../../state/studio.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useExecute, useWrite } from '../edit.ts';
import { TroubleLine } from '../fields/field-frame.tsx';
import { Disclosure, Disclosures } from '../fields/disclosure.tsx';
import { SearchPicker, type PickOption } from '../fields/search-picker.tsx';
import { Section } from '../fields/section.tsx';
import { goTo } from '../go-to.ts';
import { actionPicks } from '../picks.tsx';
import { troublesAt, useProblemsByRef } from '../problems-by-ref.ts';
import { UseMapping } from './use-mapping.tsx';

const newActions: readonly PickOption[] = Object.entries(actionKindWords).map(([kind, { label, does }]) => ({
  value: `new:${kind}`,
  label: `New: ${label}`,
  detail: does,
  icon: <RecordIcon of={{ kind: 'action', actionKind: kind as ActionKind }} />,
}));

/** The actions of an intent in the order they run, each with its mapping. */
export function UsesSection({ intent }: { readonly intent: IntentRecord }) {
  const document = useEditor((state) => state.document);
  const execute = useExecute();
  const write = useWrite();
  const add = (pick: string): void => {
    const actionKind = pick.replace(/^new:/, '');
    if (pick.startsWith('new:') && isActionKind(actionKind))
      return execute({ kind: 'action.add', actionKind, name: actionKindWords[actionKind].firstName, into: intent.id });
    // The form stays where it is: the mapping opens in it.
    write({ kind: 'action.attach', action: asId<ActionId>(pick), intent: intent.id });
  };
  const move = (from: number, to: number): void => {
    const uses = intent.actions;
    const [moving, before] = [uses[from], uses[to > from ? to + 1 : to]];
    if (moving === undefined) return;
    write({ kind: 'actionUse.move', id: moving.id, intent: intent.id, before: before?.id ?? null });
  };
  return (
    <Section title="Actions" name="intents.uses" count={intent.actions.length} startsOpen={intent.actions.length > 0}>
      <p className="section-note">
        {intent.speaker === 'USER'
          ? 'Done as soon as this is recognised, in this order.'
          : 'Done before the message is chosen, in this order.'}
      </p>
      {intent.actions.length > 0 && (
        <Disclosures label="Actions">
          {intent.actions.map((use, index) => (
            <UseCard key={use.id} intent={intent} use={use} index={index} onMove={move} />
          ))}
        </Disclosures>
      )}
      <SearchPicker
        control={{ 'aria-label': 'Add an action' }}
        picks={() => [...actionPicks(document), ...newActions]}
        chosen={null}
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
  const write = useWrite();
  const action = useEditor((state) => state.document.tables.actions.get(use.action));
  const problems = useProblemsByRef();
  const name = visibleText(action?.name ?? use.action);
  return (
    <Disclosure
      name={name}
      title={
        <>
          <RecordIcon of={{ kind: 'action', actionKind: action?.kind ?? 'api' }} />
          <span className="disclosure-name">{name}</span>
        </>
      }
      summary={action === undefined ? 'not there' : summaryOf(use, action)}
      order={{ index, count: intent.actions.length, onMove }}
      end={
        <>
          <IconButton icon={SquareArrowOutUpRight} label={`Open ${name}`} onClick={() => goTo(studio, use.id)} />
          <IconButton
            icon={X}
            label={`Remove ${name} from this intent`}
            onClick={() => write({ kind: 'records.remove', ids: [use.id] })}
          />
        </>
      }
      below={troublesAt(problems, use.id, 'action').map((trouble) => (
        <TroubleLine key={trouble.sentence} trouble={trouble} />
      ))}
    >
      {action !== undefined && <UseMapping intent={intent} use={use} action={action} />}
    </Disclosure>
  );
}

/** How much of what it asks for is mapped. */
function summaryOf(use: ActionUse, action: Parameters<typeof actionArguments>[0]): string {
  if (!action.enabled) return 'off';
  const inputs = actionArguments(action);
  const mapped = inputs.filter(({ name }) => Object.hasOwn(use.inputs, name)).length;
  return inputs.length === 0 ? '' : `${mapped} of ${inputs.length} mapped`;
}
