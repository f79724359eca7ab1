import { succeed, type Result } from '../base/result.ts';
import type { AttributeType } from '../model/attribute-type.ts';
import { builtInAttributes } from '../model/built-in-contexts.ts';
import { attributeNamed } from '../model/selectors/attribute-named.ts';
import { parseReference } from '../reference/parse-reference.ts';
import { draftAttribute } from './attribute-add.ts';
import { invalid } from './command-failures.ts';
import type { Draft } from './draft.ts';
import type { CommandFailure } from './plan.ts';

/** Makes sure the attribute a value is stored in is registered; `type` is what it gets when it is new. */
export function draftTarget(
  draft: Draft,
  reference: string,
  type: AttributeType,
  ref: string,
): Result<null, CommandFailure> {
  const parsed = parseReference(reference);
  if (!parsed.ok) return invalid(ref, `"${reference}" names no attribute: ${parsed.failure.sentence}`);
  const { attribute, path } = parsed.value;
  if (builtInAttributes.has(attribute) || attributeNamed(draft.document, attribute) !== undefined) return succeed(null);
  // Stored inside it: then the attribute itself is something with members.
  draftAttribute(draft, attribute, path.length === 0 ? type : 'json');
  return succeed(null);
}
