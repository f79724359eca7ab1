import type { Json } from '../base/json.ts';
import type { Result } from '../base/result.ts';
import { builtInContexts, isBuiltInContext } from '../model/built-in-contexts.ts';
import type { ContextRecord } from '../model/design-records.ts';
import type { Document } from '../model/document.ts';
import type { Command } from './command.ts';
import { invalid, notFound } from './command-failures.ts';
import { createDraft, type Draft } from './draft.ts';
import type { CommandFailure, Plan } from './plan.ts';
import { moveReferences } from './rename-references.ts';

/** Where a value lives is said by every reference to it, so all of them change, and what it holds at the start goes along. */
export function planAttributesMove(
  document: Document,
  { names, from, to }: Extract<Command, { kind: 'attributes.move' }>,
): Result<Plan, CommandFailure> {
  if (from === to) return invalid(null, `It is in “${to}” already.`);
  if (!isBuiltInContext(to) && contextCalled(document, to) === undefined) return notFound('context', to);
  if (!canHold(to)) return invalid(null, `“${to}” is filled by Parley and holds nothing else.`);
  if (isBuiltInContext(from) && !canHold(from))
    return invalid(null, `What is in “${from}” is put there by Parley and stays there.`);
  const draft = createDraft(document);
  const moved = names === null ? null : new Set(names);
  const isMoved = (name: string): boolean => moved?.has(name) ?? true;
  moveReferences(draft, isMoved, from, to);
  moveValues(draft, isMoved, from, to);
  return draft.finish(names?.length === 1 ? 'Move attribute' : 'Move attributes', []);
}

/** Contexts that attributes can be moved into and out of: the engine fills the others itself. */
export const canHold = (name: string): boolean =>
  name === 'global' || (builtInContexts.find((context) => context.name === name)?.writable ?? true);

const contextCalled = (document: Document, name: string): ContextRecord | undefined =>
  document.tables.contexts.find((context) => context.name === name);

/** The values at the start go along where the other context can have any; of two, the one that is there stays. */
function moveValues(draft: Draft, isMoved: (name: string) => boolean, from: string, to: string): void {
  const source = contextCalled(draft.document, from);
  const values: readonly (readonly [string, Json])[] = Object.entries(source?.values ?? {});
  const moving = values.filter(([name]) => isMoved(name));
  if (source === undefined || moving.length === 0) return;
  const target = contextCalled(draft.document, to);
  if (target === undefined && to !== 'global') return;
  const held = { ...Object.fromEntries(moving), ...target?.values };
  draft.put('contexts', { ...source, values: Object.fromEntries(values.filter(([name]) => !isMoved(name))) });
  if (target !== undefined) draft.put('contexts', { ...target, values: held });
  else draft.put('contexts', { id: draft.freeId(to), name: to, lifetime: 'constant', values: held });
}
