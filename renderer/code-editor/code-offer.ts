/** Languages code is written in. */
export type CodeLanguage = 'python' | 'sql' | 'cel' | 'json';

/** A name that can stand in the code, and what it means. */
export type CodeOffer = { readonly name: string; readonly detail: string };

/** What code can speak of. */
export type CodeNames = {
  /** The arguments of the action, with their types. */
  readonly inputs: readonly CodeOffer[];
  /** Other names, such as those of earlier steps. */
  readonly others?: readonly CodeOffer[];
};

/** Something wrong at a line, counted from one, or at a stretch of letters. */
export type CodeMark = { readonly sentence: string } & (
  | { readonly line: number }
  | { readonly position: number; readonly length: number }
);
