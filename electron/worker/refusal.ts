/** What went wrong in here, in as many words as anybody reads. */
export const sentenceOf = (fault: unknown): string =>
  (fault instanceof Error ? fault.message : String(fault)).slice(0, 500);

/** Why a scenario cannot be read. */
export const firstSentence = (problems: readonly { readonly pointer: string; readonly sentence: string }[]): string => {
  const [first] = problems;
  return first === undefined ? 'The scenario cannot be read.' : `${first.pointer}: ${first.sentence}`;
};
