import { createDraft, type Draft } from '../../../shared/commands/draft.ts';
import { renameAttributes, renameContext } from '../../../shared/commands/rename-references.ts';
import { createDocument, withChanges, type Document, type RecordChange } from '../../../shared/model/document.ts';
import { tableNames, type AnyRecord, type TableName } from '../../../shared/model/record-tables.ts';
import { toRecord, toScenarioRecord } from '../../../shared/model/to-record.ts';
import { invariant } from '../../../shared/base/invariant.ts';
import { printClip } from '../../../shared/exchange/clipboard/copy-clip.ts';
import { freeId } from '../../../shared/model/ids.ts';
import type { Clip } from '../../../shared/exchange/clipboard/clip-schema.ts';

/** Names before and after. */
export type ClipRenames = {
  readonly attributes: ReadonlyMap<string, string>;
  readonly contexts: ReadonlyMap<string, string>;
};

/**
 * The same clip speaking of its attributes and contexts by other names, so that both they and those here are kept. What
 * it holds is renamed as a scenario of its own, by the same rules as everywhere.
 */
export function renameInClip(clip: Clip, { attributes, contexts }: ClipRenames): Clip {
  const holder = freeId('loose-uses', (id) => printClip(clip).includes(`"${id}"`));
  let document = documentOf(clip, holder);
  if (attributes.size > 0) document = changed(document, (draft) => renameAttributes(draft, attributes));
  for (const [from, to] of contexts) document = changed(document, (draft) => renameContext(draft, from, to));
  const { tables } = document;
  const { bundle } = clip;
  const named = <Item extends { readonly name: string }>(record: Item, names: ReadonlyMap<string, string>): Item => ({
    ...record,
    name: names.get(record.name) ?? record.name,
  });
  return {
    ...clip,
    conversations: clip.conversations.map((record) => tables.conversations.get(record.id) ?? record),
    scenes: clip.scenes.map((record) => tables.scenes.get(record.id) ?? record),
    turns: clip.turns.map((record) => tables.turns.get(record.id) ?? record),
    intents: clip.intents.map((record) => tables.intents.get(record.id) ?? record),
    uses: [...(tables.intents.get(holder)?.actions ?? clip.uses)],
    interpreters: clip.interpreters.map((record) => tables.interpreters.get(record.id) ?? record),
    views: clip.views.map((record) => tables.views.get(record.id) ?? record),
    tests: clip.tests.map((record) => tables.tests.get(record.id) ?? record),
    bundle: {
      ...bundle,
      actions: bundle.actions.map((record) => tables.actions.get(record.id) ?? record),
      integrations: bundle.integrations.map((record) => tables.integrations.get(record.id) ?? record),
      attributes: bundle.attributes.map((record) => named(record, attributes)),
      contexts: bundle.contexts.map((record) => named(tables.contexts.get(record.id) ?? record, contexts)),
    },
  };
}

/**
 * What a clip holds, as if it were all there is; `holder` becomes the intent of uses that were copied without theirs. It
 * need not hang together: it is only looked through.
 */
function documentOf(clip: Clip, holder: string): Document {
  const scenario = toScenarioRecord({ id: 'clip', name: '' });
  const loose = toRecord('intents', {
    id: holder,
    turn: 'clip',
    bucket: 'request',
    speaker: 'USER',
    intentId: 'clip',
    name: '',
    order: 'a0',
    actions: clip.uses,
  });
  invariant(scenario.ok && loose.ok, 'what is made here is a scenario, and an intent of it');
  const { bundle } = clip;
  const records: readonly (readonly [TableName, readonly AnyRecord[]])[] = [
    ['conversations', clip.conversations],
    ['scenes', clip.scenes],
    ['turns', clip.turns],
    ['intents', [...clip.intents, loose.value]],
    ['interpreters', clip.interpreters],
    ['views', clip.views],
    ['tests', clip.tests],
    ['actions', bundle.actions],
    ['integrations', bundle.integrations],
    ['attributes', bundle.attributes],
    ['contexts', bundle.contexts],
  ];
  const changes = records.flatMap(([table, made]) =>
    made.map((after) => ({ table, id: after.id, before: null, after }) as RecordChange),
  );
  return withChanges(createDocument(scenario.value), changes);
}

function changed(document: Document, change: (draft: Draft) => void): Document {
  const draft = createDraft(document);
  change(draft);
  const changes = tableNames.flatMap((table) =>
    [...document.tables[table].values()].flatMap((before: AnyRecord): RecordChange[] => {
      const after = draft.get(table, before.id);
      return after === before || after === undefined ? [] : [{ table, id: before.id, before, after } as RecordChange];
    }),
  );
  return withChanges(document, changes);
}
