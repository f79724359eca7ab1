import type { EditorStore } from '../../state/editor-store.ts';

/** What was typed and could not be written, and over which text it stands. */
export type KeptDraft = { readonly typed: string; readonly refusal: string; readonly over: string };

const kept = new WeakMap<EditorStore, Map<string, KeptDraft>>();

/** Texts that could not be written, by field, so that looking at another record for a moment loses none of them. */
export function keptDrafts(editor: EditorStore): Map<string, KeptDraft> {
  const drafts = kept.get(editor) ?? new Map<string, KeptDraft>();
  kept.set(editor, drafts);
  return drafts;
}
