import type { Json } from '../base/json.ts';
import type { AttributeType } from '../model/attribute-type.ts';
import type { WriteTarget } from '../program/compile-operand.ts';
import type { Program } from '../program/program.ts';
import { coerceValue } from '../values/coerce-value.ts';
import type { Origin } from './effect.ts';
import { maskIf } from './mask.ts';
import type { StepDraft } from './step-draft.ts';

export type Written = {
  readonly origin: Origin;
  /** The record the value came from, or null. */
  readonly source: string | null;
  /** The record on the canvas that shows it. */
  readonly ref: string | null;
  readonly cause: number | null;
  /** Used when the attribute is not registered. */
  readonly type?: AttributeType;
};

/** Writes an attribute, cast to its type, and says so. A null value removes it. */
export function setAttribute(draft: StepDraft, target: WriteTarget, value: Json, written: Written): void {
  const { attribute } = target;
  // Such a name would be lost on the way through JSON and objects; no attribute is called that.
  if (attribute === '__proto__' || attribute === '') return;
  const { program } = draft;
  const context = writableContext(program, target.context);
  const type = program.attributeTypes.get(attribute) ?? written.type ?? 'string';
  const after = coerceValue(value, type, program.attributeMembers.get(attribute) ?? []);
  const values = draft.contexts[context];
  const before = values !== undefined && Object.hasOwn(values, attribute) ? (values[attribute] ?? null) : null;
  draft.store(context, attribute, after);
  const hidden = program.sensitive.has(attribute);
  const { origin, source } = written;
  draft.emit({
    ...draft.event(written.ref, written.cause),
    kind: 'attribute.set',
    context,
    name: attribute,
    before: maskIf(hidden, before),
    after: maskIf(hidden, after),
    origin,
    source,
  });
}

/** A write to a context that is unknown or read-only is kept in `session`, so that nothing is lost unseen. */
function writableContext(program: Program, name: string): string {
  if (name === 'user' || name === 'session') return name;
  const record = program.contexts.get(name);
  return record !== undefined && record.lifetime !== 'constant' && !reserved.has(name) ? name : 'session';
}

/** Names a scenario cannot take for a context of its own. */
export const reserved: ReadonlySet<string> = new Set([
  'global',
  'conversation',
  'history',
  '_intent',
  'secret',
  '__proto__',
]);
