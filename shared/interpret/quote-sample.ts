const longestQuote = 80;

/** A sample as a sentence about it shows it; a long one in part. */
export const quoteSample = (sample: string): string =>
  `“${sample.length > longestQuote ? `${sample.slice(0, longestQuote)}…` : sample}”`;
