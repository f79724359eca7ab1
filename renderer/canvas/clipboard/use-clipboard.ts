import { useEffect, useMemo } from 'react';
import { printClip } from '../../../shared/exchange/clipboard/copy-clip.ts';
import type { Clip } from '../../../shared/exchange/clipboard/clip-schema.ts';
import { pathOf } from '../../../shared/model/selectors/path-of.ts';
import { useStudio, type Studio } from '../../state/studio.ts';
import { useCanvasStore, type CanvasStore } from '../canvas-store.ts';
import { planRemoval } from '../gestures/plan-removal.ts';
import { useExecute, type Execute } from '../use-execute.ts';
import { selectionClip } from './selection-clip.ts';
import { pasteTarget } from './paste-target.ts';
import { takeClip } from './take-clip.ts';
import { takeText } from './take-text.ts';

export type ClipboardWish = 'copy' | 'cut' | 'paste' | 'duplicate';

/**
 * Copy, cut and paste with the clipboard of the system. Nothing is read from it but what the person gives by pasting:
 * from a menu, what this window copied last is taken, and a field to paste into is shown when it copied nothing.
 */
export function useClipboard(): (wish: ClipboardWish) => void {
  const studio = useStudio();
  const store = useCanvasStore();
  const execute = useExecute();

  const clipboard = useMemo(() => createClipboard(studio, store, execute), [execute, store, studio]);

  useEffect(() => {
    const give = (event: ClipboardEvent): void => {
      if (belongsElsewhere(event)) return;
      const text = clipboard.textOf(event.type === 'cut');
      if (text === null) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    const take = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (belongsElsewhere(event) || text.trim() === '') return;
      event.preventDefault();
      clipboard.paste(text);
    };
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener('copy', give, { signal });
    window.addEventListener('cut', give, { signal });
    window.addEventListener('paste', take, { signal });
    // Whoever was elsewhere may have copied there: from then on only the clipboard itself knows what it holds.
    window.addEventListener('blur', clipboard.forget, { signal });
    return () => listening.abort();
  }, [clipboard]);

  return clipboard.wish;
}

/** What copying and pasting mean in this window, and what was copied here last. */
function createClipboard(studio: Studio, store: CanvasStore, execute: Execute) {
  const { editor, ui } = studio;
  let last: { readonly text: string; readonly home: string | null } | null = null;
  let isSure = false;

  const copied = (): Clip | null => {
    const { document, selection } = editor.getState();
    const clip = selectionClip(document, store.getState().picture.spots, selection);
    if (clip === null) ui.notify('info', 'Choose something on the canvas or in the outline first, then copy it.');
    return clip;
  };
  const paste = (text: string): void => {
    last = last?.text === text ? last : { text, home: null };
    isSure = true;
    void takeText(studio, store, text, pasteTarget(studio, store, last.home));
    store.setState({ pasteAt: null });
  };
  const textOf = (isCut: boolean): string | null => {
    const clip = copied();
    if (clip === null) return null;
    // The frame around the first of it: what is cut and pasted again with nothing chosen goes back there.
    const home = isCut ? pathOf(editor.getState().document, clip.roots[0] ?? '').at(-2) : undefined;
    last = { text: printClip(clip), home: home ?? null };
    isSure = true;
    if (isCut) {
      const { document, selection } = editor.getState();
      const removal = planRemoval(document, selection, []);
      if (removal !== null) execute({ kind: 'several', label: 'Cut', commands: [removal] });
    }
    return last.text;
  };
  const duplicate = (): void => {
    const clip = copied();
    if (clip !== null) void takeClip(studio, clip, 'Duplicate', { into: (root) => root });
  };

  return {
    textOf,
    paste,
    forget: (): void => {
      isSure = false;
    },
    wish: (wish: ClipboardWish): void => {
      if (wish === 'duplicate') return duplicate();
      if (wish === 'paste') return last === null || !isSure ? store.setState({ pasting: true }) : paste(last.text);
      const text = textOf(wish === 'cut');
      if (text !== null) void navigator.clipboard.writeText(text);
    },
  };
}

/** In a field, a dialog or where text is marked, the clipboard is for that text. */
function belongsElsewhere(event: ClipboardEvent): boolean {
  if (event.defaultPrevented) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input, textarea, [contenteditable="true"], [role="dialog"]') != null) return true;
  return event.type !== 'paste' && window.getSelection()?.isCollapsed === false;
}
