import { recordWords } from '../../shared/commands/record-words.ts';
import { childIds, type Document } from '../../shared/model/document.ts';
import { parentIdOf } from '../../shared/model/document-indexes.ts';
import type { Behavior } from '../../shared/model/intent-record.ts';
import { findActionUse } from '../../shared/model/selectors/find-action-use.ts';
import { nameOf } from '../../shared/model/selectors/name-of.ts';

/** What something is and is called: `USER intent where_is_order`. */
export function recordTitle(document: Document, id: string): string {
  const { intents, notes, views } = document.tables;
  const intent = intents.get(id);
  if (intent !== undefined) return `${intent.speaker} intent ${intent.intentId}`;
  const use = findActionUse(document, id);
  if (use !== undefined) return `action ${nameOf(document, use.use.action)}`;
  const view = views.get(id);
  if (view !== undefined) return `${view.kind} ${nameOf(document, view.shows)}`;
  if (notes.has(id)) return 'note';
  const home = document.homes.get(id);
  if (home === undefined) return id;
  if (home.record !== id) return `message of ${nameOf(document, home.record)}`;
  return `${recordWords[home.table]} ${nameOf(document, id)}`;
}

const behaviorWords: Readonly<Record<Behavior, string>> = {
  STARTING: 'the talk can begin here',
  OPEN: 'can be entered at any time',
  COMPLETING: 'the talk can end here',
};

/** Where it stands, what is special about it, and what is wrong with it: `first of 2 in turn Ask, 2 problems`. */
export function placeWords(document: Document, id: string, problems: number): string {
  const level = document.tables.intents.get(id) ?? document.tables.turns.get(id) ?? document.tables.scenes.get(id);
  const behaviors = level?.behaviors ?? document.tables.conversations.get(id)?.behaviors ?? [];
  const intent = document.tables.intents.get(id);
  return [
    orderWords(document, id),
    ...behaviors.map((behavior) => behaviorWords[behavior]),
    (level?.conditions.length ?? 0) > 0 ? 'only under conditions' : '',
    intent?.virtualIntent == null ? '' : 'goes on by itself',
    intent?.transition == null ? '' : 'leads elsewhere',
    problems === 0 ? '' : problems === 1 ? '1 problem' : `${problems} problems`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Where it stands among those beside it; empty for what stands nowhere. */
export function orderWords(document: Document, id: string): string {
  const use = findActionUse(document, id);
  if (use !== undefined) {
    const ids = use.intent.actions.map((other) => other.id);
    return `${positionWords(ids, use.use.id)} on ${use.intent.intentId}`;
  }
  const table = document.homes.get(id)?.table;
  if (table !== 'conversations' && table !== 'scenes' && table !== 'turns' && table !== 'intents') return '';
  const record = document.tables[table].get(id);
  if (record === undefined) return '';
  const parent = parentIdOf(table, record, document.scenario.id);
  if (parent === null) return '';
  const place = table === 'conversations' ? 'the scenario' : recordTitle(document, parent);
  return `${positionWords(childIds(document, parent), id)} in ${place}`;
}

function positionWords(ids: readonly string[], id: string): string {
  const at = ids.indexOf(id);
  if (ids.length === 1) return 'alone';
  if (at === 0) return `first of ${ids.length}`;
  return at === ids.length - 1 ? `last of ${ids.length}` : `${at + 1} of ${ids.length}`;
}
