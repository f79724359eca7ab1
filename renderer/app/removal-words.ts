import { integrationOf } from '../../shared/model/action-record.ts';
import { actionSteps } from '../../shared/model/action-texts.ts';
import type { Diff, Document, RecordChange } from '../../shared/model/document.ts';
import { isAsked } from '../../shared/model/interpreter-record.ts';
import type { Transition } from '../../shared/model/intent-record.ts';
import type { TableName } from '../../shared/model/record-tables.ts';
import { nameOf } from '../../shared/model/selectors/name-of.ts';
import { recordWords } from '../../shared/commands/record-words.ts';
import { attributeUses } from '../../shared/problems/attribute-uses.ts';
import { parsedReferences } from '../../shared/problems/parsed-references.ts';

const mostNames = 3;

/** Who still speaks of what was just deleted, in a sentence; null when nobody does. */
export function removalWords(after: Document, diff: Diff): string | null {
  const removed = diff.filter((change) => change.table !== 'scenario' && change.after === null);
  const pointing = [...new Set(removed.flatMap((change) => usersOf(after, change, diff)))].map((ref) =>
    nameOf(after, after.homes.get(ref)?.record ?? ref),
  );
  const names = [...new Set(pointing)];
  if (names.length === 0) return null;
  const shown = names.slice(0, mostNames).map((name) => `“${name}”`);
  const more = names.length - shown.length;
  const list = more > 0 ? `${shown.join(', ')} and ${more} more` : listed(shown);
  const verb = names.length === 1 ? 'uses' : 'use';
  return `${subjectOf(removed)}, and ${list} ${verb} it. Undo brings it back.`;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** The outermost thing that went: what is inside it went along. */
function subjectOf(removed: Diff): string {
  const [first] = [...removed].sort((left, right) => rank(left) - rank(right));
  if (first === undefined || first.before === null) return 'Something was deleted';
  const { before, table } = first;
  const name = 'name' in before && before.name !== '' ? before.name : first.id;
  return `The ${recordWords[table]} “${name}” was deleted`;
}

const order: readonly (TableName | 'scenario')[] = [
  'conversations',
  'scenes',
  'turns',
  'intents',
  'actions',
  'contexts',
  'attributes',
  'integrations',
  'interpreters',
];
const rank = ({ table }: RecordChange): number => (order.includes(table) ? order.indexOf(table) : order.length);

/** Records that speak of one that is no more; of an action, the intents that had it, too. */
function usersOf(after: Document, change: RecordChange, diff: Diff): readonly string[] {
  const { tables, scenario } = after;
  const { id } = change;
  const levels = [tables.conversations, tables.scenes, tables.turns, tables.intents];
  switch (change.table) {
    case 'attributes':
      return attributeUses(after).flatMap(({ ref, attribute, access }) =>
        attribute === change.before?.name && access !== 'mention' ? [ref] : [],
      );
    case 'contexts':
      return parsedReferences(after).uses.flatMap(({ ref, context }) => (context === change.before?.name ? [ref] : []));
    case 'integrations':
      return [
        ...[...tables.actions.values()].filter((action) => integrationOf(action) === id),
        ...[...tables.interpreters.values()].filter((one) => isAsked(one) && one.integration === id),
      ].map((record) => record.id);
    case 'interpreters':
      return [
        ...(scenario.interpreter === id ? [scenario.id as string] : []),
        ...levels.flatMap((table) => [...table.values()].flatMap((one) => (one.interpreter === id ? [one.id] : []))),
      ];
    case 'actions':
      return [...formerUsers(id, diff), ...workflowsWith(after, id)];
    case 'conversations':
    case 'scenes':
    case 'turns':
      return pointingAt(after, id);
    default:
      return [];
  }
}

const formerUsers = (action: string, diff: Diff): readonly string[] =>
  diff.flatMap((change) =>
    change.table === 'intents' &&
    change.after !== null &&
    change.before?.actions.some((use) => use.action === action) === true
      ? [change.id]
      : [],
  );

const workflowsWith = ({ tables }: Document, action: string): readonly string[] =>
  [...tables.actions.values()].flatMap((one) =>
    one.kind === 'workflow' && actionSteps(one.steps).some((step) => step.action === action) ? [one.id] : [],
  );

function pointingAt({ tables }: Document, id: string): readonly string[] {
  const leads = (transition: Transition | null | undefined): boolean =>
    transition != null && [transition.conversation, transition.scene, transition.turn].some((level) => level === id);
  return [
    ...[...tables.intents.values()].filter(({ transition }) => leads(transition)),
    ...[...tables.actions.values()].filter(({ onFailure }) => leads(onFailure?.transition)),
    ...[...tables.turns.values()].filter(({ validOrigins }) => validOrigins.includes(id)),
  ].map((record) => record.id);
}
