import { ScanText } from 'lucide-react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { sampleAsSaid } from '../../../shared/understanding/sample-as-said.ts';
import { useStudio } from '../../state/studio.ts';
import type { Refusal } from '../edit.ts';
import { RowEnd } from '../fields/field-row.tsx';
import { ReorderHandle } from '../fields/reorder-handle.tsx';
import { ReferenceField } from '../references/reference-field.tsx';

/** One row: a sample, or room for one that is about to be written. */
export type SampleAt = { readonly text: string; readonly index: number; readonly isNew: boolean };

type SampleRowProps = {
  readonly row: SampleAt;
  readonly count: number;
  readonly place: string;
  /** The first that says the same, where there is one. */
  readonly sameAs: number | undefined;
  readonly isChosen: boolean;
  readonly onType: (typed: string) => Refusal;
  readonly onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  readonly onLeave: () => void;
  readonly onMove: (from: number, to: number) => void;
  readonly onChoose: (extended: boolean) => void;
  readonly onRemove: () => void;
};

/** A sample: moved and chosen by its handle, tried and removed by the buttons at its end. */
export function SampleRow({ row, count, place, sameAs, isChosen, ...on }: SampleRowProps) {
  const { text, index, isNew } = row;
  return (
    <div className="sample" data-reorder-row={isNew ? undefined : index} data-chosen={isChosen || undefined}>
      {!isNew && (
        <ReorderHandle
          label={`sample ${index + 1}`}
          index={index}
          count={count}
          isChosen={isChosen}
          onMove={on.onMove}
          onChoose={on.onChoose}
          onDelete={on.onRemove}
        />
      )}
      <ReferenceField
        label={isNew ? 'New sample' : `Sample ${index + 1}`}
        meaning="Something a person may say"
        isLabelHidden
        form="template"
        isWritten
        text={text}
        place={place}
        troubles={
          sameAs === undefined ? [] : [{ severity: 'warning', sentence: `Sample ${sameAs + 1} says the same.` }]
        }
        placeholder={count === 0 ? 'where is my order' : 'another way to say it'}
        write={on.onType}
        onKey={on.onKey}
        onPaste={on.onPaste}
        onLeave={on.onLeave}
      />
      {!isNew && <TrySample sample={text} index={index} />}
      {!isNew && <RowEnd label={`Remove sample ${index + 1}`} onPress={on.onRemove} />}
    </div>
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
