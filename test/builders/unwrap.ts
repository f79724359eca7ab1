import type { Result } from '../../shared/base/result.ts';

/** The value of a result that must have gone well; says what went wrong when it did not. */
export function unwrap<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`expected success, got ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** What is wrong, of a result that must have failed. */
export function unwrapFailure<Failed>(result: Result<unknown, Failed>): Failed {
  if (result.ok) throw new Error(`expected a failure, got ${JSON.stringify(result.value)}`);
  return result.failure;
}
