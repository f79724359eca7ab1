import { invariant } from '../base/invariant.ts';
import type { JsonObject } from '../base/json.ts';
import type { ActionRecord } from '../model/action-record.ts';
import { createDocument, withChanges, type Document, type RecordChange } from '../model/document.ts';
import { freeId } from '../model/ids.ts';
import type { TableName } from '../model/record-tables.ts';
import { toRecord } from '../model/to-record.ts';

/** What the intent of the trial is heard by. */
export const trialCallback = 'parley.try';

export type Trial = {
  readonly document: Document;
  /** The mapping that uses the action. */
  readonly use: string;
  /** Output name to the attribute of `session` it is stored in. */
  readonly kept: ReadonlyMap<string, string>;
};

const copied = ['attributes', 'contexts', 'integrations', 'actions', 'mocks'] as const;

/**
 * A scenario with one intent that uses an action and nothing else, so that an action tried by itself takes the way it
 * takes in a talk. What only a talk decides (whether it is on, who has to agree, what follows from a failure) is left out
 * for the action itself; for the steps of a workflow it holds.
 */
export function trialDocument(document: Document, action: ActionRecord, args: JsonObject): Trial {
  const isTaken = (id: string): boolean => document.homes.has(id);
  const [conversation, scene, turn, intent, use] = ['conversation', 'scene', 'turn', 'intent', 'use'].map((name) =>
    freeId(`trial-${name}`, isTaken),
  );
  const kept = new Map(action.outputs.map(({ name }, index) => [name, `trial_result_${index}`]));
  const starting = { order: 'a0', name: 'Trial', behaviors: ['STARTING'] };
  const tried = { ...action, enabled: true, confirmation: undefined, permissionLevel: 0, onFailure: null };
  const actionUse = {
    id: use,
    action: action.id,
    inputs: Object.fromEntries(Object.entries(args).map(([name, value]) => [name, { kind: 'value', value }])),
    outputs: Object.fromEntries([...kept].map(([name, attribute]) => [name, `session.${attribute}`])),
  };
  const heard = { bucket: 'request', speaker: 'USER', intentId: trialCallback, actions: [actionUse] };
  const empty = createDocument({ ...document.scenario, conditions: [], interpreter: null, sessionLifetime: null });
  return {
    use: use ?? '',
    kept,
    document: withChanges(empty, [
      ...copied.flatMap((table) =>
        [...document.tables[table].values()].map(
          (after) => ({ table, id: after.id, before: null, after }) as RecordChange,
        ),
      ),
      added('actions', { ...tried, conditions: undefined }),
      added('conversations', { id: conversation, ...starting }),
      added('scenes', { id: scene, conversation, ...starting }),
      added('turns', { id: turn, scene, ...starting }),
      added('intents', { id: intent, turn, order: 'a0', name: 'Trial', ...heard }),
    ]),
  };
}

function added(table: TableName, raw: Readonly<Record<string, unknown>>): RecordChange {
  const given = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined));
  const record = toRecord(table, given);
  invariant(record.ok, `the trial has a sound record in ${table}`);
  return { table, id: record.value.id, before: null, after: record.value } as RecordChange;
}
