/** One intent in scope with its sample utterances. Several entries may share an intent id. */
export type SampleEntry = { readonly intentId: string; readonly samples: readonly string[] };

/** Samples prepared for matching: made once for a scope, then asked for every utterance. */
export type SampleIndex = { readonly intents: readonly string[] };

export function compileSamples(entries: readonly SampleEntry[]): SampleIndex {
  return { intents: entries.map((entry) => entry.intentId) };
}
