/** Aborted by the other signal, or when the time is over. What is left of a time is rarely a whole number. */
export const timeLimit = (milliseconds: number, signal: AbortSignal): AbortSignal =>
  AbortSignal.any([signal, AbortSignal.timeout(wholeMilliseconds(milliseconds))]);

export const wholeMilliseconds = (milliseconds: number): number => Math.max(1, Math.round(milliseconds));

/** For people: `2.5 s`. */
export const secondsText = (milliseconds: number): string => `${Math.round(milliseconds / 100) / 10} s`;
