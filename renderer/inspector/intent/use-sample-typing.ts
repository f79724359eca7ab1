import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react';
import type { ListBinding } from '../edit.ts';
import type { PasteAt } from './paste-samples.ts';
import type { SampleAt } from './sample-row.tsx';

/** The samples, room for one more at the end, and room in the middle where somebody asked for it. */
export function sampleRows(items: readonly string[], gap: number | null): readonly SampleAt[] {
  const rows = items.map((text, index): SampleAt => ({ text, index, isNew: false }));
  const room = (index: number): SampleAt => ({ text: '', index, isNew: true });
  return [...(gap === null ? rows : rows.toSpliced(gap, 0, room(gap))), room(items.length)];
}

type SampleTyping = {
  readonly list: ListBinding<string>;
  readonly frame: RefObject<HTMLDivElement | null>;
  /** Where the list scrolls by itself: brings a row into view. */
  readonly show: (row: number) => void;
  /** How many rows a paste made; null where it is no list. */
  readonly onPaste: (text: string, at: PasteAt) => number | null;
};

/** Room for another sample in the middle, where there is some. */
export const useSampleGap = () => useState<number | null>(null);

/** Writing in the rows of a list: Enter makes room, arrows go along, what was left empty goes. */
export function useSampleTyping(
  { list: { items, write }, frame, show, onPaste }: SampleTyping,
  setGap: (gap: number | null) => void,
) {
  const focusNext = useRef<number | null>(null);
  const fieldAt = (row: number): HTMLTextAreaElement | null | undefined =>
    frame.current?.querySelector(`[data-sample-row="${row}"] textarea`);
  const focusRow = (row: number): void => {
    show(row);
    const there = fieldAt(row);
    if (there == null) focusNext.current = row;
    else there.focus();
  };
  useEffect(() => {
    const row = focusNext.current;
    if (row === null) return;
    const there = fieldAt(row);
    if (there == null) return show(row);
    focusNext.current = null;
    there.focus();
  });
  return {
    fieldAt,
    onKey: (row: SampleAt, at: number, event: KeyboardEvent<HTMLTextAreaElement>): void => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Enter' && !row.isNew && row.index < items.length - 1) {
        setGap(row.index + 1);
        focusNext.current = at + 1;
      } else if (event.key === 'Enter' || event.key === 'ArrowDown') focusRow(at + 1);
      else if (event.key === 'ArrowUp') focusRow(at - 1);
      else if (event.key === 'Backspace' && event.currentTarget.value === '') focusRow(at - 1);
      else return;
      event.preventDefault();
    },
    type: (row: SampleAt, typed: string): string | null => {
      if (row.isNew && typed === '') return null;
      if (row.isNew) setGap(null);
      return write(items.toSpliced(row.index, row.isNew ? 0 : 1, typed), `${row.index}`);
    },
    paste: (row: SampleAt, event: ClipboardEvent<HTMLTextAreaElement>): void => {
      const { value, selectionStart, selectionEnd } = event.currentTarget;
      const made = onPaste(event.clipboardData.getData('text/plain'), {
        index: row.index,
        replaces: row.isNew ? 0 : 1,
        before: value.slice(0, selectionStart),
        behind: value.slice(selectionEnd),
      });
      if (made === null) return;
      event.preventDefault();
      setGap(null);
      focusNext.current = row.index + made;
    },
    leave: (row: SampleAt): void => {
      if (row.isNew) setGap(null);
      else if (row.text === '') write(items.toSpliced(row.index, 1), `${row.index}`);
    },
  };
}
