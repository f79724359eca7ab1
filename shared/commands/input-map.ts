import { succeed, type Result } from '../base/result.ts';
import type { Document } from '../model/document.ts';
import type { ActionUse, IntentRecord } from '../model/intent-record.ts';
import { findActionUse } from '../model/selectors/find-action-use.ts';
import type { Command } from './command.ts';
import { invalid, notFound } from './command-failures.ts';
import { createDraft, type Draft } from './draft.ts';
import type { CommandFailure, Plan } from './plan.ts';

export function planInputMap(
  document: Document,
  { use: id, input, operand }: Extract<Command, { kind: 'input.map' }>,
): Result<Plan, CommandFailure> {
  const found = findMappable(document, id, input);
  if (!found.ok) return found;
  const { intent, use } = found.value;
  const draft = createDraft(document);
  replaceUse(draft, intent, { ...use, inputs: withEntry(use.inputs, input, operand) });
  return draft.finish(operand === null ? 'Unmap input' : 'Map input', [id]);
}

type Mappable = { readonly intent: IntentRecord; readonly use: ActionUse };

/** The use to map. `__proto__` is the one name that no object can safely carry. */
export function findMappable(document: Document, id: string, name: string): Result<Mappable, CommandFailure> {
  if (name === '__proto__') return invalid(id, 'An input or output cannot be called "__proto__".');
  const found = findActionUse(document, id);
  return found === undefined ? notFound('action', id) : succeed(found);
}

export function replaceUse(draft: Draft, intent: IntentRecord, use: Mappable['use']): void {
  draft.put('intents', { ...intent, actions: intent.actions.map((other) => (other.id === use.id ? use : other)) });
}

/** Sorted by name, so that mapping back and forth leaves the same text. */
export function withEntry<Value>(
  entries: Readonly<Record<string, Value>>,
  name: string,
  value: Value | null,
): Readonly<Record<string, Value>> {
  const others = Object.entries(entries).filter(([other]) => other !== name);
  const all = value === null ? others : [...others, [name, value] as [string, Value]];
  return Object.fromEntries(all.sort(([left], [right]) => (left < right ? -1 : 1)));
}
