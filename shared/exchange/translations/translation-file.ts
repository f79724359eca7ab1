/** One translation as a file gives it, and where in the file it stands. */
export type FileEntry = {
  /** `line 7`, `unit greet-1/2`. */
  readonly place: string;
  readonly message: string;
  readonly text: string;
  readonly language: string;
  readonly translated: string;
};

export type FileProblem = { readonly place: string; readonly sentence: string };

/** What a stranger' file holds, and what of it makes no sense. */
export type TranslationFile = { readonly entries: readonly FileEntry[]; readonly problems: readonly FileProblem[] };

export const translationFormats = ['csv', 'xlf'] as const;
export type TranslationFormat = (typeof translationFormats)[number];

/** What a file for translators is written as. The second XLIFF holds one language; the others hold all. */
export type TranslationExport =
  | { readonly kind: 'csv' }
  | { readonly kind: 'xliff1' }
  | { readonly kind: 'xliff2'; readonly language: string };

/** By the ending of its name; null for another kind of file. */
export function formatOfName(name: string): TranslationFormat | null {
  if (/\.csv$/i.test(name)) return 'csv';
  return /\.(xlf|xliff)$/i.test(name) ? 'xlf' : null;
}
