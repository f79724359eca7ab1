import type { Command } from '../../shared/commands/command.ts';
import { canHold } from '../../shared/commands/attributes-move.ts';
import type { AttributeMember, AttributeType } from '../../shared/model/attribute-type.ts';
import { isBuiltInContext } from '../../shared/model/built-in-contexts.ts';
import type { AttributeRecord } from '../../shared/model/design-records.ts';
import type { Document } from '../../shared/model/document.ts';
import { attributeNamed } from '../../shared/model/selectors/attribute-named.ts';
import { usesOfAttribute } from '../../shared/problems/attribute-uses.ts';

/** One step for several attributes; those that are only spoken of are registered first. */
export function changeAttributes(
  document: Document,
  names: readonly string[],
  changes: Partial<Omit<AttributeRecord, 'id'>>,
  label: string,
): Command {
  const commands = names.flatMap((name): Command[] => {
    const known = attributeNamed(document, name);
    if (known !== undefined) return [{ kind: 'record.update', table: 'attributes', id: known.id, changes }];
    return changes.type === undefined ? [] : [{ kind: 'attribute.add', name, type: changes.type }];
  });
  return commands.length === 1 && commands[0] !== undefined ? commands[0] : { kind: 'several', label, commands };
}

/** Contexts a value can live in: those a talk can write, and the constants. */
export const holdingContexts = (document: Document): readonly string[] => [
  'user',
  'session',
  ...[...document.tables.contexts.values()].map(({ name }) => name).filter((name) => !isBuiltInContext(name)),
  'global',
];

export const isConstantContext = (document: Document, name: string): boolean =>
  name === 'global' ||
  document.tables.contexts.some((context) => context.name === name && context.lifetime === 'constant');

/** Moves attributes out of every context they are in; a sentence says why that cannot be. */
export function moveAttributes(document: Document, names: readonly string[], to: string): Command | string {
  const refusal = constantRefusal(document, names, to);
  if (refusal !== null) return refusal;
  const from = new Map<string, string[]>();
  for (const name of names)
    for (const context of usesOfAttribute(document, name).contexts)
      if (context !== to && canHold(context)) from.set(context, [...(from.get(context) ?? []), name]);
  const commands = [...from].map(([context, moved]): Command => ({
    kind: 'attributes.move',
    names: moved,
    from: context,
    to,
  }));
  if (commands.length === 0) return 'Nothing speaks of it yet, so it lives nowhere: the first reference decides.';
  return { kind: 'several', label: names.length === 1 ? 'Move attribute' : 'Move attributes', commands };
}

/** Moves attributes out of one context alone. */
export const moveFrom = (document: Document, names: readonly string[], from: string, to: string): Command | string =>
  constantRefusal(document, names, to, from) ?? { kind: 'attributes.move', names, from, to };

/** What did not come along: what people send names no context. Null when everything did. */
export function leftBehind(document: Document, names: readonly string[], to: string): string | null {
  const left = names.flatMap((name) =>
    usesOfAttribute(document, name).setBy.filter(({ context, field }) => context !== to && sentFields.has(field)),
  );
  return left.length === 0
    ? null
    : `What people send goes where the intent that hears it expects it: ${left.length === 1 ? 'one place' : `${left.length} places`} still set it in “${left[0]?.context ?? ''}”. Let that intent expect it in “${to}”.`;
}

const sentFields: ReadonlySet<string> = new Set(['blocks', 'buttons', 'rules', 'samples']);

/** What the talk sets cannot become a constant. */
function constantRefusal(document: Document, names: readonly string[], to: string, from?: string): string | null {
  if (!isConstantContext(document, to)) return null;
  const written = names.find((name) =>
    usesOfAttribute(document, name).setBy.some(
      ({ field, context }) => field !== 'values' && (from === undefined || context === from),
    ),
  );
  return written === undefined
    ? null
    : `“${written}” is set while the talk runs, and what is in “${to}” never changes. Take away what sets it first.`;
}

/** The members with the one at this place of another type. */
export function retypedMembers(
  members: readonly AttributeMember[],
  [index = 0, ...rest]: readonly number[],
  type: AttributeType,
): AttributeMember[] {
  return members.map((member, at) => {
    if (at !== index) return member;
    if (rest.length > 0) return { ...member, members: retypedMembers(member.members ?? [], rest, type) };
    const isComposite = type === 'composite' || type === 'composite[]';
    return { name: member.name, type, ...(isComposite ? { members: member.members ?? [] } : {}) };
  });
}
