import { ScanText } from 'lucide-react';
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { IntentId } from '../../../shared/model/ids.ts';
import { sampleAsSaid } from '../../../shared/understanding/sample-as-said.ts';
import { useStudio } from '../../state/studio.ts';
import type { ListBinding } from '../edit.ts';
import { RowEnd } from '../fields/field-row.tsx';
import { moved, ReorderHandle } from '../fields/reorder-handle.tsx';
import { Section } from '../fields/section.tsx';
import { TroubleLine } from '../fields/field-frame.tsx';
import { ReferenceField } from '../references/reference-field.tsx';
import { useAskedText } from '../use-asked-text.ts';
import './samples-section.css';

type SamplesSectionProps = { readonly id: IntentId; readonly list: ListBinding<string> };

/** One row: a sample, or room for one that is about to be written. */
type Row = { readonly text: string; readonly index: number; readonly isNew: boolean };

/** The samples, room for one more at the end, and room in the middle where somebody asked for it. */
function rowsOf(items: readonly string[], gap: number | null): readonly Row[] {
  const rows = items.map((text, index): Row => ({ text, index, isNew: false }));
  const room = (index: number): Row => ({ text: '', index, isNew: true });
  return [...(gap === null ? rows : rows.toSpliced(gap, 0, room(gap))), room(items.length)];
}

/** What a person may say, a row each. Enter begins the next; a paste of many lines makes many. */
export function SamplesSection({ id, list }: SamplesSectionProps) {
  const { items, write, place, troubles } = list;
  const [gap, setGap] = useState<number | null>(null);
  const rows = useRef<HTMLDivElement>(null);
  const focusNext = useRef<number | null>(null);
  const fieldAt = (row: number): HTMLTextAreaElement | undefined => rows.current?.querySelectorAll('textarea')[row];
  useEffect(() => {
    if (focusNext.current !== null) fieldAt(focusNext.current)?.focus();
    focusNext.current = null;
  });
  useAskedText(id, () => fieldAt(0));

  const onKey = (row: Row, at: number, event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !row.isNew && row.index < items.length - 1) {
      setGap(row.index + 1);
      focusNext.current = at + 1;
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') fieldAt(at + 1)?.focus();
    else if (event.key === 'ArrowUp') fieldAt(at - 1)?.focus();
    else if (event.key === 'Backspace' && event.currentTarget.value === '') fieldAt(at - 1)?.focus();
    else return;
    event.preventDefault();
  };
  const type = (row: Row, typed: string): string | null => {
    if (row.isNew && typed === '') return null;
    if (row.isNew) setGap(null);
    return write(items.toSpliced(row.index, row.isNew ? 0 : 1, typed), `${row.index}`);
  };
  const onPaste = (row: Row, event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const lines = event.clipboardData.getData('text/plain').split(/\r\n|\r|\n/);
    if (lines.length < 2) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const [first = '', ...more] = lines.filter((line) => line.trim() !== '');
    const pasted = [value.slice(0, selectionStart) + first, ...more];
    const last = pasted.length - 1;
    const all = pasted.with(last, pasted[last] + value.slice(selectionEnd));
    setGap(null);
    write(items.toSpliced(row.index, row.isNew ? 0 : 1, ...all));
    focusNext.current = row.index + all.length;
  };
  const leave = (row: Row): void => {
    if (row.isNew) setGap(null);
    else if (row.text === '') write(items.toSpliced(row.index, 1), `${row.index}`);
  };

  return (
    <Section title="Sample utterances" name="intents.samples" count={items.length}>
      <p className="section-note">What people say, in their words. {'{session.order_id}'} stands for a value.</p>
      <div className="samples" ref={rows} data-reorder-list>
        {rowsOf(items, gap).map((row, at) => (
          // Samples have no identity but their place.
          <div key={at} className="sample" data-reorder-row={row.isNew ? undefined : row.index}>
            {!row.isNew && (
              <ReorderHandle
                label={`sample ${row.index + 1}`}
                index={row.index}
                count={items.length}
                onMove={(from, to) => write(moved(items, from, to))}
              />
            )}
            <ReferenceField
              label={row.isNew ? 'New sample' : `Sample ${row.index + 1}`}
              meaning="Something a person may say"
              isLabelHidden
              form="template"
              isWritten
              text={row.text}
              place={place(at)}
              troubles={[]}
              placeholder={items.length === 0 ? 'where is my order' : 'another way to say it'}
              write={(typed) => type(row, typed)}
              onKey={(event) => onKey(row, at, event)}
              onPaste={(event) => onPaste(row, event)}
              onLeave={() => leave(row)}
            />
            {!row.isNew && <TrySample sample={row.text} index={row.index} />}
            {!row.isNew && (
              <RowEnd label={`Remove sample ${row.index + 1}`} onPress={() => write(items.toSpliced(row.index, 1))} />
            )}
          </div>
        ))}
      </div>
      {troubles.map((trouble) => (
        <TroubleLine key={trouble.sentence} trouble={trouble} />
      ))}
    </Section>
  );
}

/** Shows below the canvas what the sample would be taken for, said with the examples of its attributes. */
function TrySample({ sample, index }: { readonly sample: string; readonly index: number }) {
  const { editor, ui } = useStudio();
  const label = `Try sample ${index + 1}: see what it is taken for`;
  return (
    <button
      type="button"
      className="row-end row-try"
      aria-label={label}
      title={label}
      onClick={() => ui.tryUtterance(sampleAsSaid(editor.getState().document, sample) ?? sample)}
    >
      <ScanText size={14} strokeWidth={1.75} aria-hidden />
    </button>
  );
}
