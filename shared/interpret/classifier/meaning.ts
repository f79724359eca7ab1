/** What a text means: a vector of length one, and what it was divided by; null when nobody knows what it means. */
export type Meaning = { readonly vector: Float32Array; readonly length: number } | null;
