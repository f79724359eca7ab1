import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { useStudio } from '../../state/studio.ts';
import type { Refusal, TextBinding } from '../edit.ts';
import { keptDrafts } from './kept-drafts.ts';

type Element = HTMLInputElement | HTMLTextAreaElement;
export type TypedText = Pick<TextBinding, 'text' | 'write' | 'place'> & {
  /**
   * Looks at what is typed without writing it; then it is written when the field is left. For names that others
   * follow: half of one must never meet a name that exists.
   */
  readonly check?: ((typed: string) => Refusal) | null;
};
type Draft = { readonly typed: string; readonly refusal: Refusal };

/**
 * A text being typed. Every key is written at once and a visit to the field is one step of the history; Escape brings
 * back what stood there. What cannot be written stays in the field, with the reason, until it can or is given up.
 */
export function useTypedText({ text, write, place, check = null }: TypedText) {
  const { editor } = useStudio();
  const drafts = keptDrafts(editor);
  const [draft, setDraft] = useState<Draft | null>(() => {
    const kept = drafts.get(place);
    return kept?.over === text ? kept : null;
  });
  const atFocus = useRef(text);
  const isFocused = useRef(false);
  const shown = useRef(text);
  const isOwn = useRef(false);

  // Somebody else changed the text (an undo, the canvas): what was typed here is about something that is gone.
  useLayoutEffect(() => {
    if (shown.current !== text && !isOwn.current) setDraft(null);
    shown.current = text;
  }, [text]);
  useLayoutEffect(() => {
    isOwn.current = false;
  });
  useEffect(
    () => () => {
      if (isFocused.current) editor.seal();
    },
    [editor],
  );

  const type = (typed: string): void => {
    isOwn.current = check === null;
    const refusal = (check ?? write)(typed);
    setDraft({ typed, refusal });
    if (refusal === null) drafts.delete(place);
    else drafts.set(place, { typed, refusal, over: text });
  };
  /** Writes what was only looked at so far; whether nothing is in the way. */
  const finish = (): boolean => {
    if (draft === null || check === null || draft.refusal !== null) return draft?.refusal == null;
    const refusal = draft.typed === text ? null : write(draft.typed);
    if (refusal !== null) setDraft({ ...draft, refusal });
    return refusal === null;
  };
  const restore = (): boolean => {
    if (text === atFocus.current && (draft === null || draft.typed === text)) return false;
    if (text !== atFocus.current) write(atFocus.current);
    drafts.delete(place);
    setDraft(null);
    return true;
  };

  return {
    value: draft?.typed ?? text,
    refusal: draft?.refusal ?? null,
    type,
    onFocus: (): void => {
      atFocus.current = text;
      isFocused.current = true;
    },
    onBlur: (_event?: FocusEvent<Element>): void => {
      isFocused.current = false;
      if (finish()) setDraft(null);
      editor.seal();
    },
    onKeyDown: (event: KeyboardEvent<Element>): void => {
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
        // What is taken over may bring another control under the focus, which this key must not press.
        if (draft !== null && check !== null && event.currentTarget instanceof HTMLInputElement) event.preventDefault();
        finish();
      }
      if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      if (!restore()) event.currentTarget.blur();
    },
  };
}
