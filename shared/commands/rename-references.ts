import { defaultContext, stepContexts } from '../model/built-in-contexts.ts';
import type { InterpreterRecord } from '../model/interpreter-record.ts';
import type { TestRecord } from '../model/design-records.ts';
import { mapAction, mapConditions, mapIntegration, mapIntent, type ReferenceMap } from '../model/map-references.ts';
import { namedGroups } from '../model/named-groups.ts';
import { rewriteReference, rewriteReferences, type RenameReference } from '../reference/rewrite-references.ts';
import { pinDefaultOutputs, withoutPins } from './default-outputs.ts';
import type { Draft } from './draft.ts';
import { expectWhereHeard } from './expect-where-heard.ts';

/** What the engine keeps there is not a registered attribute, whatever its name. */
const engineContexts: ReadonlySet<string> = new Set(['secret', 'conversation', 'history']);

/** Lets everything that says one of the attributes (by its name before) say the name it has now. */
export function renameAttributes(draft: Draft, names: ReadonlyMap<string, string>): void {
  pinDefaultOutputs(draft, (name) => names.has(name));
  const isForeign = foreignContexts(draft);
  renameEverywhere(draft, [...names.keys()], {
    rename: ({ context, attribute }) => {
      const next = names.get(attribute);
      return next === undefined || isForeign(context ?? defaultContext) ? null : { context, attribute: next };
    },
    name: (name) => names.get(name) ?? name,
  });
  for (const id of draft.document.tables.contexts.keys()) {
    const context = draft.get('contexts', id);
    if (context === undefined || !Object.keys(context.values).some((name) => names.has(name))) continue;
    // Of two that become one, what the other name held is kept.
    const values = Object.entries(context.values).flatMap(([name, value]) => {
      const next = names.get(name);
      if (next === undefined) return [[name, value]];
      return Object.hasOwn(context.values, next) ? [] : [[next, value]];
    });
    draft.put('contexts', { ...context, values: Object.fromEntries(values) });
  }
}

/** Lets everything that says the context `from` say `to`, and its views show it. */
export function renameContext(draft: Draft, from: string, to: string): void {
  renameEverywhere(draft, [from], {
    rename: ({ context, attribute }) => (context === from ? { context: to, attribute } : null),
  });
  for (const view of draft.document.tables.views.values())
    if (view.kind === 'context' && view.shows === from) draft.put('views', { ...view, shows: to });
}

/** Lets what speaks of these attributes of one context speak of the same attributes of another. */
export function moveReferences(draft: Draft, isMoved: (name: string) => boolean, from: string, to: string): void {
  if (from === defaultContext) {
    pinDefaultOutputs(draft, isMoved);
    expectWhereHeard(draft, isMoved, to);
  }
  const rename: RenameReference = ({ context, attribute }) =>
    (context ?? defaultContext) === from && isMoved(attribute) ? { context: to, attribute } : null;
  // What is answered is a name; where it goes is said by the intent that hears it.
  const answer: RenameReference = (name) => (name.context === null ? null : rename(name));
  renameEverywhere(draft, null, { rename, answer });
}

/** What an action leaves behind beside its outputs is called after it. */
const actionFlags = ['action_success', 'status_code'] as const;

/** Lets everything that asks how the action `from` ended ask for `to`. */
export function renameAction(draft: Draft, from: string, to: string): void {
  const renamed = new Map(actionFlags.map((flag) => [`${from}_${flag}`, `${to}_${flag}`]));
  renameEverywhere(draft, [from], {
    rename: ({ context, attribute }) => {
      const next = renamed.get(attribute);
      return next === undefined || engineContexts.has(context ?? defaultContext) ? null : { context, attribute: next };
    },
  });
}

/** Contexts whose names are nobody's attributes. What a workflow calls its own is, unless there is a context of that name. */
function foreignContexts(draft: Draft): (context: string) => boolean {
  const custom = new Set([...draft.document.tables.contexts.values()].map(({ name }) => name));
  const own = new Set([...stepContexts].filter((name) => !custom.has(name)));
  return (context) => engineContexts.has(context) || own.has(context);
}

type Renaming = {
  readonly rename: RenameReference;
  readonly answer?: RenameReference;
  /** For places that name an attribute without its context. */
  readonly name?: (name: string) => string;
};

/** `said`: names without which a record cannot be meant; null where any may be. */
function renameEverywhere(draft: Draft, said: readonly string[] | null, renaming: Renaming): void {
  const { tables, scenario } = draft.document;
  const map = referenceMap(renaming);
  // Names are plain letters, digits and "_", so a record whose text lacks them all cannot refer to one.
  const says = (record: object | undefined): boolean => {
    const text = said === null ? '' : JSON.stringify(record);
    return said === null || said.some((name) => text.includes(name));
  };

  if (says(scenario)) draft.putScenario({ ...scenario, conditions: mapConditions(scenario.conditions, map) });
  for (const table of ['conversations', 'scenes', 'turns'] as const)
    for (const level of tables[table].values())
      if (level.conditions.length > 0 && says(level))
        draft.put(table, { ...level, conditions: mapConditions(level.conditions, map) });
  for (const id of tables.intents.keys()) {
    const intent = draft.get('intents', id);
    if (intent === undefined || !says(intent)) continue;
    const mapped = mapIntent(intent, map);
    draft.put('intents', { ...mapped, actions: mapped.actions.map(withoutPins) });
  }
  for (const action of tables.actions.values()) if (says(action)) draft.put('actions', mapAction(action, map));
  for (const integration of tables.integrations.values())
    if (says(integration)) draft.put('integrations', mapIntegration(integration, map));
  const { name } = renaming;
  if (name === undefined) return;
  for (const interpreter of tables.interpreters.values())
    if (says(interpreter)) draft.put('interpreters', renameCaptures(interpreter, name));
  for (const test of tables.tests.values()) if (says(test)) draft.put('tests', renameAnswers(test, name));
}

function referenceMap({ rename, answer, name = same }: Renaming): ReferenceMap {
  const template = (text: string): string => rewriteReferences(text, rename);
  return {
    reference: (text) => rewriteReference(text, rename),
    template,
    buttonValue: (text) => renameValue(template(text), name),
    ...(answer === undefined ? {} : { answer: (text) => rewriteReference(text, answer) }),
  };
}

const same = (name: string): string => name;

/** `attribute.value`, as buttons send it. */
function renameValue(text: string, rename: (name: string) => string): string {
  const dot = text.indexOf('.');
  return dot < 0 ? text : rename(text.slice(0, dot)) + text.slice(dot);
}

/** A named group fills the attribute of its name, unless another one is given for it. */
function renameCaptures(interpreter: InterpreterRecord, rename: (name: string) => string): InterpreterRecord {
  if (interpreter.kind !== 'pattern') return interpreter;
  const rules = interpreter.rules.map((rule) => {
    const given = Object.entries(rule.captures).map(([group, name]) => [group, rename(name)] as const);
    const free = namedGroups(rule.pattern)
      .filter((group) => !Object.hasOwn(rule.captures, group) && rename(group) !== group)
      .map((group) => [group, rename(group)] as const);
    const captures = [...given, ...free].filter(([group, name]) => group !== name || rule.captures[group] === name);
    return { ...rule, captures: Object.fromEntries(captures) };
  });
  return { ...interpreter, rules };
}

/** A test keeps what was sent: answers by the names of their attributes. */
function renameAnswers(test: TestRecord, rename: (name: string) => string): TestRecord {
  const steps = test.steps.map((step) => {
    if (step.kind !== 'say') return step;
    const { fields, value } = step;
    return {
      ...step,
      ...(value === undefined ? {} : { value: renameValue(value, rename) }),
      ...(fields === undefined
        ? {}
        : { fields: Object.fromEntries(Object.entries(fields).map(([name, held]) => [rename(name), held])) }),
    };
  });
  return { ...test, steps };
}
