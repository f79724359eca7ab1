import { mapConditions, mapIntent, type ReferenceMap } from '../../model/map-references.ts';
import type { Document } from '../../model/document.ts';
import {
  asId,
  freeNumbered,
  type ActionId,
  type ActionUseId,
  type InterpreterId,
  type MessageId,
} from '../../model/ids.ts';
import type { ActionUse, IntentRecord, Transition } from '../../model/intent-record.ts';
import type { RecordPut, TableRecords } from '../../model/record-tables.ts';
import { rewriteReference, rewriteReferences, type RenameReference } from '../../reference/rewrite-references.ts';
import { clipLevels, type Clip, type ClipLevel } from './clip-schema.ts';
import type { PastedBundle } from './paste-bundle.ts';
import { createNest, keysFor, type Slot } from './paste-nest.ts';
import { pasteTransition } from './paste-transition.ts';
import type { RenewedIds } from './renewed-ids.ts';

type Surroundings = {
  readonly document: Document;
  readonly clip: Clip;
  readonly ids: RenewedIds['ids'];
  readonly bundle: PastedBundle;
  readonly notes: string[];
};

export type PastedLevels = { readonly puts: readonly RecordPut[]; readonly newConversation: string | null };

/** Conversations, scenes, turns and intents under their new ids, the outermost where they are taken in. */
export function pasteLevels(
  around: Surroundings,
  renew: RenewedIds['renew'],
  into: (root: string) => string | null,
): PastedLevels {
  const { document, clip, ids } = around;
  const nest = createNest(document, renew);
  const orders = rootOrders(around, nest, into);
  const renamed = new Map<string, string>();
  const said = new Map<string, Set<string>>();
  const puts = clipLevels.flatMap((level) =>
    clip[level].map((record): RecordPut => {
      const id = ids.get(record.id) ?? record.id;
      const root = orders.get(record.id);
      const parent = root?.slot.parent ?? ids.get(parentOf(level, record) ?? '') ?? document.scenario.id;
      const renewed = { ...renewLevel(around, record), id, order: root?.order ?? record.order };
      if (level !== 'intents')
        return { table: level, record: { ...renewed, ...parentField(level, parent) } } as RecordPut;
      const intent = { ...renewIntent(around, renewed as IntentRecord), ...parentField(level, parent) };
      const intentId = ownIntentId(document, intent, said);
      if (intentId !== intent.intentId) {
        renamed.set(intent.intentId, intentId);
        // In its own scenario a copy beside what it was made of surprises nobody.
        if (!isSameScenario(around))
          around.notes.push(`That turn has an intent “${intent.intentId}” already, so it came in as “${intentId}”.`);
      }
      return { table: 'intents', record: { ...intent, intentId } };
    }),
  );
  return {
    puts: [...nest.puts, ...puts.map((put) => withOrigins(put, ids, renamed))],
    newConversation: nest.newConversation(),
  };
}

type Placed = { readonly slot: Slot; readonly order: string };

/** Roots that go to the same place share out the room there, in the order they were in. */
function rootOrders(
  { document, clip }: Surroundings,
  nest: ReturnType<typeof createNest>,
  into: (root: string) => string | null,
): ReadonlyMap<string, Placed> {
  const roots = new Set<string>(clip.roots);
  const groups = new Map<
    string,
    { level: ClipLevel; slot: Slot; bucket: IntentRecord['bucket'] | null; ids: string[] }
  >();
  for (const level of clipLevels)
    for (const record of clip[level]) {
      if (!roots.has(record.id)) continue;
      const bucket = 'bucket' in record ? record.bucket : null;
      const slot = nest.slotFor(level, into(record.id), bucket);
      const key = `${level} ${slot.parent} ${slot.after ?? ''} ${bucket ?? ''}`;
      const group = groups.get(key) ?? { level, slot, bucket, ids: [] };
      group.ids.push(record.id);
      groups.set(key, group);
    }
  const placed = new Map<string, Placed>();
  for (const { level, slot, bucket, ids } of groups.values()) {
    const keys = keysFor(document, level, slot, bucket, ids.length);
    for (const [index, id] of ids.entries()) placed.set(id, { slot, order: keys[index] ?? '' });
  }
  return placed;
}

type LevelRecord = TableRecords[ClipLevel];

function parentOf(level: ClipLevel, record: LevelRecord): string | null {
  if (level === 'scenes') return (record as TableRecords['scenes']).conversation;
  if (level === 'turns') return (record as TableRecords['turns']).scene;
  return level === 'intents' ? (record as TableRecords['intents']).turn : null;
}

const parentField = (level: ClipLevel, parent: string): object =>
  ({ conversations: {}, scenes: { conversation: parent }, turns: { scene: parent }, intents: { turn: parent } })[level];

/** What all levels have. */
function renewLevel(around: Surroundings, record: LevelRecord): LevelRecord {
  const { interpreter } = record;
  const conditions = mapConditions(record.conditions, flagMap(around.bundle.renamed));
  if (interpreter === null) return { ...record, conditions };
  const known = around.bundle.interpreters.get(interpreter) ?? null;
  const isHere = around.document.tables.interpreters.has(interpreter) && isSameScenario(around);
  if (known === null && !isHere)
    around.notes.push(`The interpreter of “${record.name}” is not here, so it goes by the one above it.`);
  return {
    ...record,
    conditions,
    interpreter: known === null ? (isHere ? interpreter : null) : asId<InterpreterId>(known),
  };
}

function renewIntent(around: Surroundings, intent: IntentRecord): IntentRecord {
  const { ids, bundle } = around;
  const mapped = mapIntent(intent, flagMap(bundle.renamed));
  return {
    ...mapped,
    actions: mapped.actions.map((use) => renewUse(use, ids, bundle)),
    messages: mapped.messages.map((message) => ({
      ...message,
      id: asId<MessageId>(ids.get(message.id) ?? message.id),
    })),
    transition: renewTransition(around, intent),
  };
}

export const renewUse = (use: ActionUse, ids: RenewedIds['ids'], { actions }: PastedBundle): ActionUse => ({
  ...use,
  id: asId<ActionUseId>(ids.get(use.id) ?? use.id),
  action: asId<ActionId>(actions.get(use.action) ?? use.action),
});

function renewTransition(around: Surroundings, { transition, name }: IntentRecord): Transition | null {
  if (transition === null) return null;
  const { document, ids } = around;
  const isHere = (id: string): boolean => isSameScenario(around) && document.homes.has(id);
  const renewed = pasteTransition(transition, ids, isHere);
  const led = transition.turn ?? transition.scene ?? transition.conversation;
  if (renewed === null && led !== null)
    around.notes.push(`“${name}” led to “${led}”, which is not here; it leads nowhere now.`);
  return renewed;
}

const isSameScenario = ({ document, clip }: Surroundings): boolean => clip.from.scenario === document.scenario.id;

/** What asks how an action ended goes on asking that, when the action had to be called otherwise. */
function flagMap(renamed: ReadonlyMap<string, string>): ReferenceMap {
  const flags = new Map(
    [...renamed].flatMap(([from, to]) =>
      ['action_success', 'status_code'].map((flag) => [`${from}_${flag}`, `${to}_${flag}`]),
    ),
  );
  const rename: RenameReference = ({ context, attribute }) => {
    const next = flags.get(attribute);
    return next === undefined ? null : { context, attribute: next };
  };
  const template = (text: string): string => (flags.size === 0 ? text : rewriteReferences(text, rename));
  return {
    reference: (text) => (flags.size === 0 ? text : rewriteReference(text, rename)),
    template,
    buttonValue: template,
  };
}

/** Two APP intents of a turn are told apart; USER intents may mean the same. */
function ownIntentId(document: Document, intent: IntentRecord, said: Map<string, Set<string>>): string {
  if (intent.speaker === 'USER') return intent.intentId;
  const here = said.get(intent.turn) ?? new Set(intentIdsIn(document, intent.turn));
  said.set(intent.turn, here);
  const own = here.has(intent.intentId)
    ? freeNumbered(intent.intentId.slice(0, longestIntentId), '_', (id) => here.has(id))
    : intent.intentId;
  here.add(own);
  return own;
}

/** A number still fits behind it. */
const longestIntentId = 190;

const intentIdsIn = (document: Document, turn: string): readonly string[] =>
  (document.children.get(turn) ?? []).flatMap((id) => {
    const intent = document.tables.intents.get(id);
    return intent?.speaker === 'APP' ? [intent.intentId] : [];
  });

/** Valid origins and what an intent listens for name records and intent ids. */
function withOrigins(put: RecordPut, ids: RenewedIds['ids'], renamed: ReadonlyMap<string, string>): RecordPut {
  const follow = (id: string): string => ids.get(id) ?? renamed.get(id) ?? id;
  if (put.table === 'turns')
    return { table: 'turns', record: { ...put.record, validOrigins: put.record.validOrigins.map(follow) } };
  if (put.table !== 'intents') return put;
  return { table: 'intents', record: { ...put.record, listensFor: put.record.listensFor.map(follow) } };
}
