import { defaultContext } from '../model/built-in-contexts.ts';
import { rewriteReference, rewriteReferences, type RenameReference } from '../reference/rewrite-references.ts';
import type { Draft } from './draft.ts';
import { mapAction, mapConditions, mapIntegration, mapIntent, type ReferenceMap } from '../model/map-references.ts';

/** What the engine keeps there is not a registered attribute, whatever its name. */
const engineContexts: ReadonlySet<string> = new Set(['secret', 'conversation', 'history']);

/** Lets everything that says the attribute `from` say `to`. */
export function renameAttribute(draft: Draft, from: string, to: string): void {
  keepDefaultOutputs(draft, from);
  renameEverywhere(draft, from, {
    rename: ({ context, attribute }) =>
      attribute === from && !engineContexts.has(context ?? defaultContext) ? { context, attribute: to } : null,
    buttonValue: (text) => (text.startsWith(`${from}.`) ? `${to}${text.slice(from.length)}` : text),
  });
  for (const context of draft.document.tables.contexts.values()) {
    if (!Object.hasOwn(context.values, from)) continue;
    const values = Object.entries(context.values).map(([name, value]) => [name === from ? to : name, value]);
    draft.put('contexts', { ...context, values: Object.fromEntries(values) });
  }
}

/** Lets everything that says the context `from` say `to`, and its views show it. */
export function renameContext(draft: Draft, from: string, to: string): void {
  renameEverywhere(draft, from, {
    rename: ({ context, attribute }) => (context === from ? { context: to, attribute } : null),
    buttonValue: (text) => text,
  });
  for (const view of draft.document.tables.views.values())
    if (view.kind === 'context' && view.shows === from) draft.put('views', { ...view, shows: to });
}

/** What an action leaves behind beside its outputs is called after it. */
const actionFlags = ['action_success', 'status_code'] as const;

/** Lets everything that asks how the action `from` ended ask for `to`. */
export function renameAction(draft: Draft, from: string, to: string): void {
  const renamed = new Map(actionFlags.map((flag) => [`${from}_${flag}`, `${to}_${flag}`]));
  renameEverywhere(draft, from, {
    rename: ({ context, attribute }) => {
      const next = renamed.get(attribute);
      return next === undefined || engineContexts.has(context ?? defaultContext) ? null : { context, attribute: next };
    },
    buttonValue: (text) => text,
  });
}

/** An output nobody mapped lands in `user` under its own name. It goes on doing so once that attribute is renamed. */
function keepDefaultOutputs(draft: Draft, attribute: string): void {
  const actions = draft.document.tables.actions.filter(({ outputs }) => outputs.some(({ name }) => name === attribute));
  if (actions.size === 0) return;
  const isDefault = (use: { readonly action: string; readonly outputs: object }): boolean =>
    actions.has(use.action) && !Object.hasOwn(use.outputs, attribute);
  for (const intent of draft.document.tables.intents.values()) {
    if (!intent.actions.some(isDefault)) continue;
    const pinned = intent.actions.map((use) =>
      isDefault(use) ? { ...use, outputs: { ...use.outputs, [attribute]: `${defaultContext}.${attribute}` } } : use,
    );
    draft.put('intents', { ...intent, actions: pinned });
  }
}

type Renaming = { readonly rename: RenameReference; readonly buttonValue: (text: string) => string };

function renameEverywhere(draft: Draft, name: string, { rename, buttonValue }: Renaming): void {
  const { tables, scenario } = draft.document;
  const map: ReferenceMap = {
    reference: (text) => rewriteReference(text, rename),
    template: (text) => rewriteReferences(text, rename),
    buttonValue: (text) => buttonValue(rewriteReferences(text, rename)),
  };
  // Names are plain letters, digits and "_", so a record whose text lacks the name cannot refer to it.
  const says = (record: object | undefined): boolean => JSON.stringify(record).includes(name);

  if (says(scenario)) draft.putScenario({ ...scenario, conditions: mapConditions(scenario.conditions, map) });
  for (const table of ['conversations', 'scenes', 'turns'] as const)
    for (const level of tables[table].values())
      if (level.conditions.length > 0 && says(level))
        draft.put(table, { ...level, conditions: mapConditions(level.conditions, map) });
  for (const id of tables.intents.keys()) {
    const intent = draft.get('intents', id);
    if (intent !== undefined && says(intent)) draft.put('intents', mapIntent(intent, map));
  }
  for (const action of tables.actions.values()) if (says(action)) draft.put('actions', mapAction(action, map));
  for (const integration of tables.integrations.values())
    if (says(integration)) draft.put('integrations', mapIntegration(integration, map));
}
