/** An expected outcome that may fail. Failures are values; only bugs are thrown. */
export type Result<Value, Failed> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failed };

export const succeed = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

export const fail = <Failed>(failure: Failed): { readonly ok: false; readonly failure: Failed } => ({
  ok: false,
  failure,
});
