import type { ActionRecord } from '../../model/action-record.ts';
import { integrationOf } from '../../model/action-record.ts';
import type { Document } from '../../model/document.ts';
import { asId, type ActionId, type IntegrationId, type InterpreterId } from '../../model/ids.ts';
import { isAsked } from '../../model/interpreter-record.ts';
import { mapStepActions } from '../../model/map-step-actions.ts';
import type { RecordPut } from '../../model/record-tables.ts';
import { bundleOfActions } from '../bundle/bundle-of-actions.ts';
import type { Bundle } from '../bundle/bundle-schema.ts';
import { planActionPaste } from '../bundle/plan-action-paste.ts';
import type { Clip } from './clip-schema.ts';
import { pasteTransition } from './paste-transition.ts';
import type { RenewedIds } from './renewed-ids.ts';

/** What stands beside the talk: what had to be made, what serves already, and what is called otherwise now. */
export type PastedBundle = {
  readonly puts: readonly RecordPut[];
  readonly actions: ReadonlyMap<string, string>;
  readonly interpreters: ReadonlyMap<string, string>;
  /** Names of actions before and after, where they differ. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly notes: readonly string[];
};

/** What is meant by itself is always made anew; what is only used is shared when it is here already. */
export function pasteBundle(document: Document, clip: Clip, { ids, taken, renew }: RenewedIds): PastedBundle {
  const actions = sharedActions(document, clip);
  const rest = restOf(clip, actions, ids);
  const pasted = planActionPaste(document, rest, taken);
  const renamed = new Map<string, string>();
  const before = new Map<string, ActionRecord>();
  for (const [index, { id }] of rest.actions.entries()) {
    const made = pasted.actions[index];
    const source = clip.bundle.actions.find((action) => action.id === id);
    if (made === undefined || source === undefined) continue;
    actions.set(id, made);
    before.set(made, source);
  }
  const puts = pasted.puts.map((put): RecordPut => {
    taken.add(put.record.id);
    const source = before.get(put.record.id);
    if (put.table !== 'actions' || source === undefined) return put;
    if (put.record.name !== source.name) renamed.set(source.name, put.record.name);
    return { table: 'actions', record: withTransition(put.record, source, ids) };
  });
  const interpreters = pasteInterpreters(document, clip, pasted.services, renew);
  return {
    puts: [...puts, ...interpreters.puts],
    actions,
    interpreters: interpreters.ids,
    renamed,
    notes: [...pasted.notes, ...interpreters.notes],
  };
}

/** Actions that intents of the clip use and that are here just so, by their id there. */
function sharedActions(document: Document, { bundle, roots, views }: Clip): Map<string, string> {
  const shared = new Map<string, string>();
  if (bundle.actions.length === 0) return shared;
  const here = bundleOfActions(document, [...document.tables.actions.keys()], '');
  const known = new Map(here.actions.map((action) => [fingerprint(action, here), action.id as string]));
  const own = new Set<string>(bundle.actions.map(({ id }) => id));
  const meant = new Set<string>([...roots, ...views.filter(({ id }) => roots.includes(id)).map(({ shows }) => shows)]);
  for (const action of bundle.actions) {
    const same = meant.has(action.id) ? undefined : known.get(fingerprint(action, bundle));
    // Another one that comes along may have that very id there: then who means which could not be told.
    if (same !== undefined && (same === action.id || !own.has(same))) shared.set(action.id, same);
  }
  return shared;
}

/** What an action is, whatever ids things have. */
function fingerprint({ id: _, ...action }: ActionRecord, { actions, integrations }: Bundle): string {
  return JSON.stringify(action, (key, value: unknown) => {
    if (key === 'integration') return { ...integrations.find(({ id }) => id === value), id: undefined };
    return key === 'action' && typeof value === 'string' ? actions.find(({ id }) => id === value)?.name : value;
  });
}

/** The part of a bundle that has to be made, with transitions into the clip left for later. */
function restOf({ bundle, roots, interpreters }: Clip, shared: ReadonlyMap<string, string>, ids: RenewedIds['ids']) {
  const actions = bundle.actions
    .filter(({ id }) => !shared.has(id))
    .map((action) => {
      const { onFailure } = action;
      const leadsInside = Object.values(onFailure?.transition ?? {}).some((id) => ids.has(String(id)));
      const apart = leadsInside && onFailure !== null ? { ...onFailure, transition: null } : onFailure;
      const renewed = { ...action, onFailure: apart };
      return renewed.kind === 'workflow'
        ? { ...renewed, steps: mapStepActions(renewed.steps, (id) => asId<ActionId>(shared.get(id) ?? id)) }
        : renewed;
    });
  const made = new Set<string>(actions.map(({ id }) => id));
  const services = new Set<string>([
    ...roots,
    ...actions.flatMap((action) => integrationOf(action) ?? []),
    ...interpreters.flatMap((record) => (isAsked(record) ? (record.integration ?? []) : [])),
  ]);
  return {
    ...bundle,
    actions,
    integrations: bundle.integrations.filter(({ id }) => services.has(id)),
    mocks: bundle.mocks.filter(({ action }) => made.has(action)),
  };
}

/** When it fails the talk may go on with something that was pasted along. */
function withTransition(action: ActionRecord, source: ActionRecord, ids: RenewedIds['ids']): ActionRecord {
  const { onFailure } = action;
  const before = source.onFailure?.transition ?? null;
  if (onFailure === null || onFailure.transition !== null || before === null) return action;
  return { ...action, onFailure: { ...onFailure, transition: pasteTransition(before, ids, () => false) } };
}

function pasteInterpreters(
  document: Document,
  { interpreters }: Clip,
  services: ReadonlyMap<string, string>,
  renew: RenewedIds['renew'],
) {
  const ids = new Map<string, string>();
  const puts: RecordPut[] = [];
  const notes: string[] = [];
  const here = [...document.tables.interpreters.values()];
  for (const interpreter of interpreters) {
    const service = isAsked(interpreter) ? (interpreter.integration ?? null) : null;
    const moved = isAsked(interpreter)
      ? { ...interpreter, integration: service === null ? null : asId<IntegrationId>(services.get(service) ?? service) }
      : interpreter;
    const same = here.find((one) => withoutId(one) === withoutId(moved));
    if (same !== undefined) {
      ids.set(interpreter.id, same.id);
      continue;
    }
    const id = renew(interpreter.id);
    ids.set(interpreter.id, id);
    puts.push({ table: 'interpreters', record: { ...moved, id: asId<InterpreterId>(id) } });
    if (here.some(({ name }) => name === interpreter.name))
      notes.push(`There is another interpreter “${interpreter.name}” here; both are kept.`);
  }
  return { ids, puts, notes };
}

const withoutId = ({ id: _, ...rest }: Clip['interpreters'][number]): string => JSON.stringify(rest);
