import type { ActionRecord } from '../../model/action-record.ts';
import { mapStepActions } from '../../model/map-step-actions.ts';
import type { Document } from '../../model/document.ts';
import { asId, freeId, freeNumbered, type ActionId, type IntegrationId } from '../../model/ids.ts';
import type { MockRecord } from '../../model/mock-record.ts';
import type { RecordPut } from '../../model/record-tables.ts';
import type { Bundle } from './bundle-schema.ts';
import { attributeDifference, contextDifference, missingValues, type Difference } from './same-name.ts';
import { integrationWithoutSecrets } from './without-secrets.ts';

/** What pasting actions comes to: the records to write, the new ids of the actions, and what is to be told. */
export type ActionPaste = {
  readonly puts: readonly RecordPut[];
  readonly actions: readonly string[];
  /** Integrations of the bundle to those that serve here. */
  readonly services: ReadonlyMap<string, string>;
  /** What had to be called otherwise, or was left as it is here. */
  readonly notes: readonly string[];
};

/**
 * Takes actions from a bundle into a scenario that may have such ones already: everything gets an id of its own, names
 * that are taken get a number, and what means the same here and there is shared.
 */
export function planActionPaste(
  document: Document,
  bundle: Bundle,
  /** Ids that something else of the same step will have. */
  spoken: ReadonlySet<string> = new Set(),
): ActionPaste {
  const taken = new Set(spoken);
  const newId = (name: string): string => {
    const id = freeId(name, (wanted) => taken.has(wanted) || document.homes.has(wanted));
    taken.add(id);
    return id;
  };
  const notes: string[] = [];
  const named = namedPuts(document, bundle, newId, notes);
  const services = pasteIntegrations(document, bundle, newId, notes);
  const ids = new Map(bundle.actions.map(({ id, name }) => [id as string, newId(name)]));
  const actions = pasteActions(document, bundle, { ids, services: services.ids }, notes);
  const mocks = bundle.mocks.map((mock): MockRecord => {
    const action = ids.get(mock.action) ?? mock.action;
    return {
      ...withKnownWorld(document, mock),
      id: asId(newId(mock.name || 'example')),
      action: asId<ActionId>(action),
    };
  });
  if (mocks.some((mock, index) => mock.world !== bundle.mocks[index]?.world))
    notes.push('Example answers of worlds that are not here belong to every world now.');
  return {
    puts: [
      ...named,
      ...services.puts,
      ...actions.map((record) => ({ table: 'actions', record }) as const),
      ...mocks.map((record) => ({ table: 'mocks', record }) as const),
    ],
    actions: actions.map(({ id }) => id),
    services: services.ids,
    notes,
  };
}

/**
 * Attributes and contexts are found by name, so one of the name here serves; when it differs, that is told. A context
 * here gets the values it lacks: what came along reads them.
 */
function namedPuts(document: Document, bundle: Bundle, newId: (name: string) => string, notes: string[]): RecordPut[] {
  const { tables } = document;
  const stays = (name: string, { here, there }: Difference): void => {
    notes.push(`“${name}” is ${here} here and was ${there} there; it stays as it is here.`);
  };
  const attributes = bundle.attributes.flatMap((record): RecordPut[] => {
    const here = tables.attributes.find(({ name }) => name === record.name);
    if (here === undefined) return [{ table: 'attributes', record: { ...record, id: asId(newId(record.name)) } }];
    const difference = attributeDifference(here, record);
    if (difference !== null) stays(record.name, difference);
    return [];
  });
  const contexts = bundle.contexts.flatMap((record): RecordPut[] => {
    const here = tables.contexts.find(({ name }) => name === record.name);
    if (here === undefined) return [{ table: 'contexts', record: { ...record, id: asId(newId(record.name)) } }];
    const difference = contextDifference(here, record);
    if (difference !== null) stays(record.name, difference);
    const missing = missingValues(here, record);
    const names = Object.keys(missing);
    if (names.length === 0) return [];
    notes.push(`The context “${record.name}” got what it lacked: ${names.join(', ')}.`);
    return [{ table: 'contexts', record: { ...here, values: { ...here.values, ...missing } } }];
  });
  return [...attributes, ...contexts];
}

type Services = { readonly ids: ReadonlyMap<string, string>; readonly puts: readonly RecordPut[] };

function pasteIntegrations(
  document: Document,
  { integrations }: Bundle,
  newId: (name: string) => string,
  notes: string[],
): Services {
  const ids = new Map<string, string>();
  const puts: RecordPut[] = [];
  for (const integration of integrations) {
    const all = [...document.tables.integrations.values()];
    // A secret somebody typed into it stays here; what came over names one in its place.
    const same = all.find((one) => withoutId(integrationWithoutSecrets(one)) === withoutId(integration));
    if (same !== undefined) {
      ids.set(integration.id, same.id);
      continue;
    }
    const id = newId(integration.name);
    const name = freeNumbered(integration.name, ' ', (wanted) => all.some((one) => one.name === wanted));
    if (name !== integration.name) notes.push(differently('integration', integration.name, name));
    ids.set(integration.id, id);
    puts.push({ table: 'integrations', record: { ...integration, id: asId<IntegrationId>(id), name } });
  }
  return { ids, puts };
}

const withoutId = ({ id: _, ...rest }: Bundle['integrations'][number]): string => JSON.stringify(rest);

type Renewed = { readonly ids: ReadonlyMap<string, string>; readonly services: ReadonlyMap<string, string> };

function pasteActions(document: Document, bundle: Bundle, { ids, services }: Renewed, notes: string[]): ActionRecord[] {
  const names = new Set(document.tables.actions.map(({ name }) => name).values());
  return bundle.actions.map((action) => {
    const name = freeNumbered(action.name, '', (wanted) => names.has(wanted));
    names.add(name);
    if (name !== action.name) notes.push(differently('action', action.name, name));
    const moved = withService(withKnownTransition(document, action, notes), services);
    const renewed = { ...moved, id: asId<ActionId>(ids.get(action.id) ?? action.id), name };
    return renewed.kind === 'workflow'
      ? { ...renewed, steps: mapStepActions(renewed.steps, (id) => asId<ActionId>(ids.get(id) ?? id)) }
      : renewed;
  });
}

function withService(action: ActionRecord, services: ReadonlyMap<string, string>): ActionRecord {
  const renew = (id: IntegrationId | null): IntegrationId | null =>
    id === null ? null : asId<IntegrationId>(services.get(id) ?? id);
  if (action.kind === 'api')
    return { ...action, request: { ...action.request, integration: renew(action.request.integration) } };
  return 'integration' in action ? { ...action, integration: renew(action.integration) } : action;
}

/** Where the talk went there is nowhere to go here. */
function withKnownTransition(document: Document, action: ActionRecord, notes: string[]): ActionRecord {
  const { onFailure } = action;
  if (onFailure === null || onFailure.transition === null) return action;
  const { conversation, scene, turn } = onFailure.transition;
  const isHere = [conversation, scene, turn].every((id) => id === null || document.homes.has(id));
  if (isHere) return action;
  notes.push(`“${action.name}” led elsewhere when it failed; that place is not here, so the talk goes on.`);
  return { ...action, onFailure: { ...onFailure, transition: null } };
}

function withKnownWorld(document: Document, mock: MockRecord): MockRecord {
  const { world, ...rest } = mock;
  const isHere = world === undefined || document.scenario.worlds?.some(({ id }) => id === world) === true;
  return isHere ? mock : rest;
}

const differently = (word: 'action' | 'integration', from: string, to: string): string =>
  `There is an ${word} “${from}” here already, so it came in as “${to}”.`;
