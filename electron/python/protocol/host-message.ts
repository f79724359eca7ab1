/** How an interpreter is begun. Sent first. */
export type StartMessage = {
  readonly kind: 'start';
  /** Our Python, by its path from the folder where packages are. */
  readonly prelude: Readonly<Record<string, string>>;
  readonly heap: number;
  readonly how: 'cold' | 'snapshot' | 'make snapshot';
};

/** What it is told to run, once. */
export type RunMessage = {
  readonly kind: 'run';
  readonly code: string;
  readonly fileName: string;
  /** JSON. */
  readonly context: string;
  readonly printBytes: number;
  readonly resultBytes: number;
  readonly heap: number;
  /** After this an interpreter that nobody can reach from outside interrupts itself. */
  readonly milliseconds: number;
};

/** The answer to a call: JSON of `HostAnswer`. */
export type AnswerMessage = { readonly kind: 'answer'; readonly id: number; readonly answer: string };

export type HostMessage = StartMessage | RunMessage | AnswerMessage;
