/** Why a pattern cannot be used, as a sentence; null when it can. */
export function patternProblem(text: string): string | null {
  return text.length > 1000 ? 'A pattern may have 1,000 characters at most.' : null;
}
