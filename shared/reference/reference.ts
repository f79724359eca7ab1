/** `list[0]['name']` of an attribute: numbers are positions, texts are keys. */
export type ReferencePath = readonly (string | number)[];

/** What a reference points at. A context of null means `user`. */
export type ReferenceTarget = {
  readonly context: string | null;
  readonly attribute: string;
  readonly path: ReferencePath;
};

export type FilterArgument =
  | { readonly kind: 'text'; readonly text: string }
  /** `@user.locale`: read when the filter runs. */
  | { readonly kind: 'reference'; readonly target: ReferenceTarget };

export type FilterCall = { readonly name: string; readonly args: readonly FilterArgument[] };

/** What stands between braces: a target and the filters its value goes through. */
export type Reference = ReferenceTarget & { readonly filters: readonly FilterCall[] };

/** What is wrong and where, in characters of the text that was parsed. */
export type SyntaxProblem = { readonly position: number; readonly length: number; readonly sentence: string };
