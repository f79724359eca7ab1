import { ordersBetween } from '../../shared/base/order.ts';
import type { ActionKind } from '../../shared/model/action-record.ts';
import type { AttributeType } from '../../shared/model/attribute-type.ts';
import type { AttributeRecord, ContextRecord, ScenarioRecord, TestRecord } from '../../shared/model/design-records.ts';
import { createDocument, withChanges, type Document, type RecordChange } from '../../shared/model/document.ts';
import { freeId, idPattern } from '../../shared/model/ids.ts';
import type { TableName } from '../../shared/model/record-tables.ts';
import { toRecord, toScenarioRecord } from '../../shared/model/to-record.ts';
import {
  apiActionParts,
  intentParts,
  type ApiActionOptions,
  type Assignments,
  type IntentOptions,
  type LevelOptions,
  type MockOptions,
  assignmentParts,
} from './scenario-parts.ts';

/**
 * A scenario for a test, told in order: a scene goes into the conversation named last, an intent into the turn named
 * last. Ids are the names (`where_is_order`, `orders`), so that failures read well. The first conversation, its first
 * scene and its first turn are STARTING, and that turn is OPEN, unless told otherwise.
 */
export const aScenario = (name = 'Scenario', changes: Partial<ScenarioRecord> = {}): ScenarioBuilder =>
  new ScenarioBuilder(name, changes);

type Draft = { readonly table: TableName; readonly id: string; readonly fields: Record<string, unknown> };

export class ScenarioBuilder {
  readonly #scenario: Record<string, unknown>;
  readonly #drafts: Draft[] = [];
  readonly #taken = new Set<string>();
  readonly #tableOf = new Map<string, TableName>();
  readonly #parents = new Set<string>();
  /** Who speaks the requests of a turn. */
  readonly #asks = new Map<string, 'USER' | 'APP'>();
  #conversation: string | null = null;
  #scene: string | null = null;
  #turn: string | null = null;

  constructor(name: string, changes: Partial<ScenarioRecord>) {
    this.#scenario = { id: this.#freeId(name.toLowerCase()), name, ...changes };
  }

  withAttribute(name: string, type: AttributeType = 'string', more: Partial<AttributeRecord> = {}): this {
    return this.#add('attributes', name, { name, type, ...more });
  }

  withContext(name: string, more: Partial<ContextRecord> = {}): this {
    return this.#add('contexts', name, { name, ...more });
  }

  withIntegration(name: string, more: Record<string, unknown> = {}): this {
    return this.#add('integrations', name, { name, ...more });
  }

  withInterpreter(
    name: string,
    callbacks: Readonly<Record<string, string>> = {},
    more: Record<string, unknown> = {},
  ): this {
    return this.#add('interpreters', name, { kind: 'embedded', name, callbacks, ...more });
  }

  /** `mocks` answer in the order given; an option object is the whole record besides the shorthands. */
  withApiAction(name: string, options: ApiActionOptions = {}): this {
    const { mocks = [], ...rest } = options;
    this.#add('actions', name, apiActionParts(name, rest));
    for (const mock of mocks) this.withMock(name, mock);
    return this;
  }

  withSetAttributesAction(name: string, assignments: Assignments, more: Record<string, unknown> = {}): this {
    return this.#add('actions', name, {
      kind: 'setAttributes',
      name,
      assignments: assignmentParts(assignments),
      ...more,
    });
  }

  /** An action of any kind, by its fields. */
  withAction(kind: ActionKind, name: string, more: Record<string, unknown> = {}): this {
    return this.#add('actions', name, { kind, name, ...more });
  }

  withMock(action: string, { name = 'Example', ...more }: MockOptions = {}): this {
    return this.#add('mocks', `${action}-example`, { action, name, ...more });
  }

  withConversation(name: string, options: LevelOptions = {}): this {
    this.#level('conversations', name, {}, options);
    [this.#conversation, this.#scene, this.#turn] = [this.#last, null, null];
    return this;
  }

  withScene(name: string, options: LevelOptions = {}): this {
    this.#level('scenes', name, { conversation: need(this.#conversation, 'conversation') }, options);
    [this.#scene, this.#turn] = [this.#last, null];
    return this;
  }

  withTurn(name: string, options: LevelOptions & { readonly validOrigins?: readonly string[] } = {}): this {
    this.#level('turns', name, { scene: need(this.#scene, 'scene') }, options);
    this.#turn = this.#last;
    return this;
  }

  /** What a user may say. A request when the turn has none yet or its requests are the user's, else a response. */
  user(intentId: string, options: IntentOptions = {}): this {
    return this.#intent('USER', intentId, options);
  }

  /** What the app says. */
  app(intentId: string, options: IntentOptions = {}): this {
    return this.#intent('APP', intentId, options);
  }

  withTest(name: string, steps: TestRecord['steps']): this {
    return this.#add('tests', name, { name, steps });
  }

  placed(id: string, x: number, y: number): this {
    this.#drafts.push({ table: 'placements', id, fields: { id, x, y } });
    return this;
  }

  withView(kind: 'context' | 'action', shows: string, x = 0, y = 0): this {
    return this.#add('views', `${shows}-view`, { kind, shows, x, y });
  }

  withNote(text: string, x = 0, y = 0): this {
    return this.#add('notes', 'note', { text, x, y, width: 200, height: 120 });
  }

  /** Checks every record against its schema; a mistake in a test shows here, with the field. */
  build(): Document {
    const orders = siblingOrders(this.#drafts);
    const scenario = accept(this.#scenario['id'], toScenarioRecord(this.#scenario));
    const diff = this.#drafts.map((draft) => {
      const order = orders.get(draft);
      const raw = { ...(order === undefined ? {} : { order }), ...draft.fields, ...this.#transitionOf(draft) };
      const after = accept(draft.id, toRecord(draft.table, raw));
      return { table: draft.table, id: draft.id, before: null, after } as RecordChange;
    });
    return withChanges(createDocument(scenario), diff);
  }

  get #last(): string {
    return this.#drafts.at(-1)?.id ?? '';
  }

  #freeId(name: string): string {
    const isTaken = (id: string): boolean => this.#taken.has(id);
    const id = idPattern.test(name) && name === name.trim() && !isTaken(name) ? name : freeId(name, isTaken);
    this.#taken.add(id);
    return id;
  }

  #add(table: TableName, name: string, fields: Record<string, unknown>): this {
    const given = fields['id'];
    const id = typeof given === 'string' ? given : this.#freeId(name);
    this.#taken.add(id);
    this.#tableOf.set(id, table);
    this.#drafts.push({ table, id, fields: { ...fields, id } });
    return this;
  }

  #level(table: TableName, name: string, parent: Record<string, string>, options: LevelOptions): void {
    const family = JSON.stringify([table, parent]);
    const starting = table === 'turns' ? ['STARTING', 'OPEN'] : ['STARTING'];
    const behaviors = this.#parents.has(family) ? [] : starting;
    this.#parents.add(family);
    this.#add(table, name.toLowerCase(), { name, ...parent, behaviors, ...options });
  }

  #intent(speaker: 'USER' | 'APP', intentId: string, options: IntentOptions): this {
    const turn = need(this.#turn, 'turn');
    const asks = this.#asks.get(turn) ?? speaker;
    this.#asks.set(turn, asks);
    const bucket = asks === speaker ? 'request' : 'response';
    const id = options.id ?? this.#freeId(intentId);
    return this.#add('intents', intentId, {
      bucket,
      ...intentParts(id, intentId, options, (name) => this.#freeId(name)),
      id,
      turn,
      speaker,
    });
  }

  /** Transitions may point ahead, so their targets are looked up when everything has been told. */
  #transitionOf({ fields }: Draft): Record<string, unknown> {
    const target = fields['transition'];
    if (typeof target !== 'string') return {};
    const table: string = this.#tableOf.get(target) ?? '';
    const level = { conversations: 'conversation', scenes: 'scene', turns: 'turn' }[table];
    if (level === undefined) throw new Error(`transition to "${target}": no such conversation, scene or turn`);
    return { transition: { [level]: target } };
  }
}

const ordered: ReadonlySet<TableName> = new Set(['conversations', 'scenes', 'turns', 'intents', 'mocks', 'tests']);

function siblingOrders(drafts: readonly Draft[]): Map<Draft, string> {
  const families = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (!ordered.has(draft.table)) continue;
    const { conversation, scene, turn, action } = draft.fields;
    const key = JSON.stringify([draft.table, conversation, scene, turn, action]);
    const family = families.get(key);
    if (family === undefined) families.set(key, [draft]);
    else family.push(draft);
  }
  const orders = new Map<Draft, string>();
  for (const family of families.values()) {
    const keys = ordersBetween(null, null, family.length);
    family.forEach((draft, index) => orders.set(draft, keys[index] ?? ''));
  }
  return orders;
}

function need(id: string | null, level: string): string {
  if (id === null) throw new Error(`name a ${level} first: with${level[0]?.toUpperCase()}${level.slice(1)}(…)`);
  return id;
}

function accept<Value>(id: unknown, result: { ok: true; value: Value } | { ok: false; failure: unknown }): Value {
  if (!result.ok) throw new Error(`"${String(id)}" is no valid record: ${JSON.stringify(result.failure)}`);
  return result.value;
}
