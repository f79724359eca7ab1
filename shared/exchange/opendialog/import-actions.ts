import {
  firstWebhookBody,
  firstWebhookOutput,
  firstWebhookSucceeds,
  splitAddress,
} from '../../actions/webhook-presets.ts';
import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import type { FieldReader } from './field-reader.ts';
import { extrasKey } from './field-reader.ts';
import { readUse, type ReadUse } from './action-use.ts';
import { readHeaders, webhookComponent } from './webhook.ts';

/** A configuration row that is an action, as far as it was read. */
export type ActionRow = {
  readonly id: string;
  readonly name: string;
  readonly component: string;
  readonly configuration: JsonObject;
  readonly active: boolean;
  /** Keys of the row nobody here knows. */
  readonly others: JsonObject;
};

/**
 * The actions of a file. What an action takes and gives is not written with the action but on the intents that use it,
 * so its record is made when all of them were read.
 */
export class ActionImports {
  readonly #newId: (name: string) => string;
  readonly #rows: ActionRow[] = [];
  readonly #inputs = new Map<string, Set<string>>();
  readonly #outputs = new Map<string, Set<string>>();

  constructor(newId: (name: string) => string) {
    this.#newId = newId;
  }

  addRow(row: Omit<ActionRow, 'id'>): string {
    const id = this.#newId(row.name);
    this.#rows.push({ ...row, id });
    return id;
  }

  /** The uses of actions by an intent. What names no action is kept with its place. */
  uses(intent: FieldReader, intentId: string): Readonly<Record<string, unknown>>[] {
    const kept: JsonObject[] = [];
    const uses = intent.list('actions').flatMap((raw, index): Readonly<Record<string, unknown>>[] => {
      const use = readUse(raw);
      if (use !== null) return [this.#use(use, raw, intent, intentId, index)];
      kept.push({ at: index, action: raw });
      intent.report.kept([...intent.at('actions'), index], 'This names no action; it does nothing here.');
      return [];
    });
    if (kept.length > 0) intent.extras['actions'] = kept;
    return uses;
  }

  #use(
    use: ReadUse,
    raw: Json,
    intent: FieldReader,
    intentId: string,
    index: number,
  ): Readonly<Record<string, unknown>> {
    const row = this.#rowOf(use.action, intent, index);
    for (const [name] of use.inputs) setOf(this.#inputs, row.id).add(name);
    for (const [name] of use.outputs) setOf(this.#outputs, row.id).add(name);
    return {
      id: this.#newId(`${intentId}-${row.name}`.slice(0, 110)),
      action: row.id,
      inputs: Object.fromEntries(use.inputs.map(([name, reference]) => [name, { kind: 'reference', reference }])),
      outputs: Object.fromEntries(use.outputs),
      // Written back as it stands, unless the use is changed here.
      extras: { [extrasKey]: { action: raw } },
    };
  }

  /** By name, else by component; an action nobody configured is one that is still to be made. */
  #rowOf(action: string, intent: FieldReader, index: number): ActionRow {
    const found =
      this.#rows.find(({ name }) => name === action) ?? this.#rows.find(({ component }) => component === action);
    if (found !== undefined) return found;
    intent.report.doubtful(
      [...intent.at('actions'), index],
      `The file does not say what the action "${action}" is; it is there by name and switched off.`,
    );
    const row = { id: this.#newId(action), name: action, component: '', configuration: {}, active: false, others: {} };
    this.#rows.push(row);
    return row;
  }

  /** The records of all actions. */
  records(): Readonly<Record<string, unknown>>[] {
    return this.#rows.map((row) => {
      const inputs = [...(this.#inputs.get(row.id) ?? [])];
      const outputs = [...(this.#outputs.get(row.id) ?? [])];
      const assigned = assignments(row.configuration);
      const enabled = row.active && (isWebhookRow(row) || assigned !== null);
      const kept = enabled === row.active ? extrasOf(row) : { ...extrasOf(row), active: row.active };
      const shared = { id: row.id, name: row.name, enabled, extras: { [extrasKey]: kept } };
      if (assigned !== null) return { ...shared, kind: 'setAttributes', assignments: assigned };
      return { ...shared, kind: 'api', ...apiParts(row, inputs, outputs) };
    });
  }
}

/** Whether an action of this kind can be carried out here. */
export const canRun = (component: string, configuration: JsonObject): boolean =>
  isWebhookRow({ component, configuration }) || assignments(configuration) !== null;

const isWebhookRow = ({ component, configuration }: Pick<ActionRow, 'component' | 'configuration'>): boolean =>
  component === webhookComponent || Object.hasOwn(configuration, 'webhook_url');

const setOf = (sets: Map<string, Set<string>>, id: string): Set<string> => {
  const found = sets.get(id) ?? new Set<string>();
  sets.set(id, found);
  return found;
};

const extrasOf = ({ component, configuration, others }: ActionRow): JsonObject =>
  component === ''
    ? {}
    : { component_id: component, configuration, ...(Object.keys(others).length > 0 ? { others } : {}) };

function apiParts(
  row: ActionRow,
  inputs: readonly string[],
  outputs: readonly string[],
): Readonly<Record<string, unknown>> {
  const isHook = isWebhookRow(row);
  const url = row.configuration['webhook_url'];
  return {
    inputs: inputs.map((name) => ({ name, type: 'json', required: false })),
    outputs: outputs.map((name) => ({ name, type: 'json', from: isHook ? firstWebhookOutput(name) : '' })),
    request: isHook
      ? {
          ...splitAddress(typeof url === 'string' ? url : ''),
          method: 'POST',
          headers: readHeaders(row.configuration['headers']),
          body: { kind: 'json', text: firstWebhookBody(inputs) },
        }
      : {},
    ...(isHook ? { succeedsWhen: firstWebhookSucceeds } : {}),
  };
}

/** The library action that only sets attributes: values by attribute, and the contexts they go to. */
function assignments(configuration: JsonObject): Readonly<Record<string, unknown>>[] | null {
  const values = configuration['attribute_value_map'];
  if (values === undefined || !isJsonObject(values)) return null;
  const contexts = configuration['context_attribute_map'];
  return Object.entries(values).map(([attribute, value]) => {
    const context = contexts !== undefined && isJsonObject(contexts) ? contexts[attribute] : undefined;
    const reference = typeof context === 'string' && context !== '' ? `${context}.${attribute}` : attribute;
    return { reference, value: operandOf(value) };
  });
}

/** A text that is one reference in braces and nothing else is read when the action runs. */
function operandOf(value: Json): Readonly<Record<string, unknown>> {
  const reference = typeof value === 'string' ? /^\{([^{}]+)\}$/.exec(value.trim())?.[1] : undefined;
  return reference === undefined ? { kind: 'value', value } : { kind: 'reference', reference };
}
