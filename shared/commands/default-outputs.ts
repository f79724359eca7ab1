import { isJsonObject, type Json } from '../base/json.ts';
import { defaultContext } from '../model/built-in-contexts.ts';
import type { ActionUse } from '../model/intent-record.ts';
import { outputNames } from '../model/selectors/output-names.ts';
import type { Draft } from './draft.ts';

/**
 * An output nobody mapped lands in `user` under its own name. It goes on doing so once that attribute is renamed or
 * moved, so it is written down, with a note that it was not before: one that somebody mapped to its own name stays.
 */
export function pinDefaultOutputs(draft: Draft, isMeant: (name: string) => boolean): void {
  const actions = new Map<string, readonly string[]>(
    [...draft.document.tables.actions.values()].flatMap((action) => {
      const names = outputNames(action).filter(isMeant);
      return names.length === 0 ? [] : [[action.id, names] as const];
    }),
  );
  if (actions.size === 0) return;
  for (const id of draft.document.tables.intents.keys()) {
    const intent = draft.get('intents', id);
    if (intent === undefined || !intent.actions.some((use) => actions.has(use.action))) continue;
    draft.put('intents', {
      ...intent,
      actions: intent.actions.map((use) => pinned(use, actions.get(use.action) ?? [])),
    });
  }
}

function pinned(use: ActionUse, names: readonly string[]): ActionUse {
  const free = names.filter((name) => !Object.hasOwn(use.outputs, name));
  if (free.length === 0) return use;
  const outputs = { ...use.outputs, ...Object.fromEntries(free.map((name) => [name, name])) };
  return withNote({ ...use, outputs }, [...notedOutputs(use), ...free]);
}

/** Where an output that was written down comes to be named as it lands, it needs no mapping any more. */
export function withoutPins(use: ActionUse): ActionUse {
  const noted = notedOutputs(use);
  if (noted.length === 0) return use;
  const isOwn = (name: string): boolean =>
    use.outputs[name] === name || use.outputs[name] === `${defaultContext}.${name}`;
  const gone = new Set(noted.filter(isOwn));
  const outputs = Object.fromEntries(Object.entries(use.outputs).filter(([name]) => !gone.has(name)));
  return withNote(
    { ...use, outputs },
    noted.filter((name) => !gone.has(name)),
  );
}

/** What somebody maps by hand is theirs from then on. */
export const mappedByHand = (use: ActionUse, output: string): ActionUse =>
  withNote(
    use,
    notedOutputs(use).filter((name) => name !== output),
  );

const noteKey = 'parley';

function notedOutputs({ extras }: ActionUse): readonly string[] {
  const note = extras?.[noteKey];
  const names = isJsonObject(note) ? note['unmapped'] : undefined;
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

/** A use without a note has no trace of one. */
function withNote({ extras, ...use }: ActionUse, names: readonly string[]): ActionUse {
  const others = Object.entries(extras ?? {}).filter(([key]) => key !== noteKey);
  const unmapped: readonly Json[] = [...new Set(names)].toSorted();
  const kept = unmapped.length === 0 ? others : [...others, [noteKey, { unmapped }] as const];
  return kept.length === 0 ? use : { ...use, extras: Object.fromEntries(kept) };
}
