import { RE2JS, RE2JSException } from 're2js';
import { fail, succeed, type Result } from '../base/result.ts';

const longestPattern = 1000;
/** Instructions of a compiled pattern. Time is linear in the text, and this is the factor. */
const largestProgram = 1000;
/** Longer texts match nothing: nobody says them, and a factor times a megabyte is a pause. */
const longestText = 100_000;
const mostRemembered = 200;

/** The patterns used last, oldest first. Forgetting costs a compilation, never a different answer. */
const remembered = new Map<string, Result<RE2JS, string>>();

/** Why a pattern cannot be used, as a sentence; null when it can. */
export function patternProblem(text: string): string | null {
  const compiled = compilePattern(text);
  return compiled.ok ? null : compiled.failure;
}

/** Whether the pattern is found anywhere in the text. A pattern that cannot be used is found nowhere. */
export function matchesPattern(text: string, pattern: string): boolean {
  const compiled = compilePattern(pattern);
  return compiled.ok && text.length <= longestText && compiled.value.test(text);
}

/** A pattern ready for use, or why it cannot be used. */
export function compilePattern(text: string): Result<RE2JS, string> {
  const known = remembered.get(text);
  const compiled = known ?? compileFresh(text);
  // Taken out and put back, a pattern in use moves to the end, away from being forgotten.
  if (known !== undefined) remembered.delete(text);
  else if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value ?? '');
  remembered.set(text, compiled);
  return compiled;
}

function compileFresh(text: string): Result<RE2JS, string> {
  if (text.length > longestPattern) return fail('A pattern may have 1,000 characters at most.');
  try {
    const compiled = RE2JS.compile(text);
    return compiled.programSize() > largestProgram
      ? fail('This pattern repeats too much; use smaller numbers in its "{}".')
      : succeed(compiled);
  } catch (error) {
    if (error instanceof RE2JSException) return fail(explain(text, error.message));
    throw error;
  }
}

function explain(text: string, message: string): string {
  if (/\(\?<?[=!]/.test(text))
    return 'A pattern cannot look ahead or behind ("(?=", "(?!", "(?<="): that can take forever.';
  if (/\\[1-9]/.test(text)) return 'A pattern cannot refer back to a group ("\\1"): that can take forever.';
  return `This is not a pattern: ${message.replace(/^error parsing regexp: /, '')}.`;
}
