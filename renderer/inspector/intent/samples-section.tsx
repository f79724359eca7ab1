import { X } from 'lucide-react';
import { useEffect, useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { IntentId } from '../../../shared/model/ids.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { ListBinding } from '../edit.ts';
import { moved, ReorderHandle } from '../fields/reorder-handle.tsx';
import { Section } from '../fields/section.tsx';
import { TroubleLine } from '../fields/field-frame.tsx';
import { ReferenceField } from '../references/reference-field.tsx';
import { useAskedText } from '../use-asked-text.ts';
import './samples-section.css';

type SamplesSectionProps = { readonly id: IntentId; readonly list: ListBinding<string> };

/** What a person may say, a row each. The last row is always free; Enter begins the next, a paste of many lines makes many. */
export function SamplesSection({ id, list }: SamplesSectionProps) {
  const { items, write, place, troubles } = list;
  const rows = useRef<HTMLDivElement>(null);
  const focusNext = useRef<number | null>(null);
  const fieldAt = (index: number): HTMLTextAreaElement | undefined => rows.current?.querySelectorAll('textarea')[index];
  useEffect(() => {
    if (focusNext.current !== null) fieldAt(focusNext.current)?.focus();
    focusNext.current = null;
  });
  useAskedText(id, () => fieldAt(0));

  const onKey = (index: number, event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    if (event.nativeEvent.isComposing) return;
    const isCaretAtStart = selectionStart === 0 && selectionEnd === 0;
    if (event.key === 'Enter' && index < items.length - 1) {
      write(items.toSpliced(index + 1, 0, ''), `${index + 1}`);
      focusNext.current = index + 1;
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') fieldAt(index + 1)?.focus();
    else if (event.key === 'ArrowUp' && index > 0) fieldAt(index - 1)?.focus();
    else if (event.key === 'Backspace' && value === '' && isCaretAtStart && index > 0) fieldAt(index - 1)?.focus();
    else return;
    event.preventDefault();
  };
  const onPaste = (index: number, event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const lines = event.clipboardData.getData('text/plain').split(/\r\n|\r|\n/);
    if (lines.length < 2) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const pasted = lines.filter((line) => line.trim() !== '');
    const [first = '', ...rest] = pasted;
    const joined = [value.slice(0, selectionStart) + first, ...rest];
    const last = joined.length - 1;
    const all = joined.with(last, joined[last] + value.slice(selectionEnd));
    write(items.toSpliced(index, 1, ...all));
    focusNext.current = index + all.length;
  };
  const leave = (index: number): void => {
    if (items[index] === '') write(items.toSpliced(index, 1), `${index}`);
  };

  return (
    <Section title="Sample utterances" name="intents.samples" count={items.length}>
      <p className="section-note">What people say, in their words. {'{session.order_id}'} stands for a value.</p>
      <div className="samples" ref={rows} data-reorder-list>
        {[...items, ''].map((text, index) => (
          // Samples have no identity but their place.
          <div key={index} className="sample" data-reorder-row={index < items.length ? index : undefined}>
            {index < items.length && (
              <ReorderHandle
                label={`sample ${index + 1}`}
                index={index}
                count={items.length}
                onMove={(from, to) => write(moved(items, from, to))}
              />
            )}
            <ReferenceField
              label={index < items.length ? `Sample ${index + 1}` : 'New sample'}
              meaning="Something a person may say"
              isLabelHidden
              form="template"
              isWritten
              text={text}
              place={place(index)}
              troubles={[]}
              placeholder={index === 0 ? 'where is my order' : 'another way to say it'}
              write={(typed) =>
                typed === '' && index === items.length ? null : write(items.toSpliced(index, 1, typed), `${index}`)
              }
              onKey={(event) => onKey(index, event)}
              onPaste={(event) => onPaste(index, event)}
              onLeave={() => leave(index)}
            />
            {index < items.length && (
              <IconButton
                icon={X}
                label={`Remove sample ${index + 1}`}
                onClick={() => write(items.toSpliced(index, 1))}
              />
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
