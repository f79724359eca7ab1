import { isJsonObject, type Json } from '../../../shared/base/json.ts';
import type { Command, Point } from '../../../shared/commands/command.ts';
import { applyDiff } from '../../../shared/commands/diff.ts';
import { planCommand } from '../../../shared/commands/plan-command.ts';
import type { ActionOutput } from '../../../shared/model/action-parts.ts';
import type { Document } from '../../../shared/model/document.ts';
import { asId, type ActionId, type IntentId } from '../../../shared/model/ids.ts';
import { findActionUse } from '../../../shared/model/selectors/find-action-use.ts';
import { typeOfValue } from '../../inspector/action/try-map-value.ts';
import type { Placing } from '../../state/ui-store.ts';
import { madeEntry, type MenuEntry } from '../gestures/menu-entry.ts';

/** Fields of an answer that become outputs at once; the others are a press away in the action's form. */
const mostOutputs = 12;

/** What JSON could be here: an answer of the action that is selected, else a call of a service that answers so. */
export function exampleOffers(
  document: Document,
  json: Json,
  selected: string | undefined,
  into: IntentId | null,
  place: Placing,
): readonly MenuEntry[] {
  const action = chosenAction(document, selected);
  const known = action === null ? undefined : document.tables.actions.get(action);
  if (known !== undefined) {
    const [add, mock] = exampleOf(document, known.id);
    const fill: Command = { kind: 'record.update', table: 'mocks', id: mock, changes: { body: json } };
    const command: Command = { kind: 'several', label: 'Paste example answer', commands: [add, fill] };
    return [madeEntry(`An example answer of “${known.name}”`, command, `“${known.name}” has one more example answer.`)];
  }
  return [
    madeEntry(
      'An API call that answers this',
      place((at) => callAnswering(document, json, into, at)),
    ),
  ];
}

/** A selected action is a view of it, or a use; its record has no place on the canvas of its own. */
function chosenAction(document: Document, selected: string | undefined): string | null {
  if (selected === undefined) return null;
  const view = document.tables.views.get(selected);
  if (view !== undefined) return view.kind === 'action' ? view.shows : null;
  return findActionUse(document, selected)?.use.action ?? (document.tables.actions.has(selected) ? selected : null);
}

function exampleOf(document: Document, action: ActionId): readonly [Command, string] {
  const add: Command = { kind: 'mock.add', action, name: 'Pasted' };
  const plan = planCommand(document, add);
  return [add, plan.ok ? (plan.value.diff.find(({ table }) => table === 'mocks')?.id ?? '') : ''];
}

function callAnswering(document: Document, json: Json, into: IntentId | null, at: Point): Command {
  const base = { kind: 'action.add', actionKind: 'api', name: 'callService', into } as const;
  const add: Command = into === null ? { ...base, at } : base;
  const plan = planCommand(document, add);
  if (!plan.ok) return add;
  const action = asId<ActionId>(plan.value.diff.find(({ table }) => table === 'actions')?.id ?? '');
  const [example, mock] = exampleOf(applyDiff(document, plan.value.diff), action);
  const commands: Command[] = [
    add,
    { kind: 'record.update', table: 'actions', id: action, changes: { outputs: outputsOf(json) } },
    example,
    { kind: 'record.update', table: 'mocks', id: mock, changes: { body: json } },
  ];
  return { kind: 'several', label: 'Paste answer as API call', commands };
}

/** Its fields, as attributes may be called. */
const outputsOf = (json: Json): ActionOutput[] =>
  isJsonObject(json)
    ? Object.entries(json)
        .filter(([name]) => /^[A-Za-z]\w*$/.test(name))
        .slice(0, mostOutputs)
        .map(([name, value]) => ({ name, type: typeOfValue(value), description: '', from: '', sensitive: false }))
    : [];
