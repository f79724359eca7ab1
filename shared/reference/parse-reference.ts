import { fail, succeed, type Result } from '../base/result.ts';
import type {
  FilterArgument,
  FilterCall,
  Reference,
  ReferencePath,
  ReferenceTarget,
  SyntaxProblem,
} from './reference.ts';
import { ReferenceScanner, type NameSpan } from './reference-scanner.ts';

export type { FilterArgument, FilterCall, Reference, ReferencePath, ReferenceTarget, SyntaxProblem };

/** Reads `user.items[0].name | uppercase_first`: the whole text, without braces. */
export function parseReference(text: string): Result<Reference, SyntaxProblem> {
  const scanned = scanReference(text);
  return scanned.ok ? succeed(scanned.value.reference) : scanned;
}

/** The reference, and where its names stand, for renaming. */
export function scanReference(
  text: string,
): Result<{ readonly reference: Reference; readonly names: readonly NameSpan[] }, SyntaxProblem> {
  const scanner = new ReferenceScanner(text, 0);
  const reference = scanner.reference();
  if (reference === null) return fail(scanner.problem());
  if (!scanner.atEnd()) return fail(scanner.unexpected());
  return succeed({ reference, names: scanner.names });
}

/** The path inside a value, without an attribute in front: `items[0].name`. */
export function parsePath(text: string): ReferencePath | null {
  const scanner = new ReferenceScanner(text, 0);
  const path = scanner.keys();
  return path !== null && scanner.atEnd() ? path : null;
}
