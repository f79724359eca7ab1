import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { MarkedText } from './marked-text.tsx';
import type { TableCell } from './table-rows.ts';
import type { CellProps, ThenGo } from './use-table-keys.ts';

type TranslationFieldProps = {
  readonly cell: TableCell;
  readonly place: CellProps;
  readonly isEditing: boolean;
  /** A link or a number, which leads to the same place unless it is said otherwise. */
  readonly isLink: boolean;
  readonly onWrite: (text: string, then: ThenGo) => void;
  readonly onCancel: () => void;
};

/** One translation: read, or written in place. */
export function TranslationField({ cell, place, isEditing, isLink, onWrite, onCancel }: TranslationFieldProps) {
  const present = cell.state === 'missing' ? '' : cell.translated;
  return (
    <div {...place} className="translation-cell" data-state={cell.state} lang={cell.language}>
      {isEditing ? (
        <Writing present={present} language={cell.language} onWrite={onWrite} onCancel={onCancel} />
      ) : (
        <>
          {cell.state === 'missing' ? (
            <span className={isLink ? 'translation-same' : 'translation-missing'}>
              {isLink ? 'The same' : 'Missing'}
            </span>
          ) : (
            <MarkedText text={present} />
          )}
          {cell.state === 'outdated' && (
            <span className="translation-warning">Of an earlier wording: “{cell.of}”. Enter twice keeps it.</span>
          )}
          {cell.warnings.map((warning) => (
            <span key={warning} className="translation-warning">
              {warning}
            </span>
          ))}
        </>
      )}
    </div>
  );
}

type WritingProps = Pick<TranslationFieldProps, 'onWrite' | 'onCancel'> & {
  readonly present: string;
  readonly language: string;
};

function Writing({ present, language, onWrite, onCancel }: WritingProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const finish = (act: () => void): void => {
    if (isDone.current) return;
    isDone.current = true;
    act();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    event.stopPropagation();
    const { value } = event.currentTarget;
    if (event.nativeEvent.isComposing || (event.key === 'Enter' && event.shiftKey)) return;
    if (event.key === 'Escape') finish(onCancel);
    else if (event.key === 'Enter') finish(() => onWrite(value, 'down'));
    else if (event.key === 'Tab') finish(() => onWrite(value, event.shiftKey ? 'left' : 'right'));
    else return;
    event.preventDefault();
  };
  return (
    <textarea
      ref={field}
      className="translation-writing"
      aria-label={`Translation into ${language}`}
      defaultValue={present}
      rows={Math.min(8, present.split('\n').length + Math.floor(present.length / 48))}
      dir="auto"
      onKeyDown={onKeyDown}
      onBlur={(event) => finish(() => onWrite(event.currentTarget.value, 'away'))}
    />
  );
}
