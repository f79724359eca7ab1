import type { Json } from '../../base/json.ts';
import type { Result } from '../../base/result.ts';

/** What goes through a pipe: JSON, or the raw bytes a digest gives and `base64` takes. */
export type Piped = Json | Uint8Array;

export type FilterEnvironment = {
  /** IANA name. */
  readonly timeZone: string;
};

/** One filter. `apply` gives the new value, or a sentence saying why it cannot; then the value stays as it was. */
export type Filter = {
  /** For editors: what it does, and how it is written. */
  readonly summary: string;
  readonly usage: string;
  readonly apply: (value: Piped, args: readonly Json[], environment: FilterEnvironment) => Result<Piped, string>;
};
