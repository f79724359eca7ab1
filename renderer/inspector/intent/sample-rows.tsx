import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';
import type { IntentId } from '../../../shared/model/ids.ts';
import type { ListBinding } from '../edit.ts';
import { moved } from '../fields/reorder-handle.tsx';
import { useAskedText } from '../use-asked-text.ts';
import type { PasteAt } from './paste-samples.ts';
import { SampleRow, type SampleAt } from './sample-row.tsx';
import { sampleRows, useSampleGap, useSampleTyping } from './use-sample-typing.ts';

type SampleRowsProps = {
  readonly id: IntentId;
  readonly list: ListBinding<string>;
  readonly duplicates: ReadonlyMap<number, number>;
  readonly chosen: ReadonlySet<number>;
  readonly onChoose: (index: number, extended: boolean) => void;
  readonly onPaste: (text: string, at: PasteAt) => number | null;
  readonly onRemoveChosen: () => void;
};

/** More than this, and the list scrolls by itself and draws what is in view. */
const mostDrawn = 60;
const rowHeight = 32;

/** The samples with their keys, and room for more. */
export function SampleRows(props: SampleRowsProps) {
  const { id, list, duplicates, chosen, onChoose, onPaste, onRemoveChosen } = props;
  const { items, write, place } = list;
  const frame = useRef<HTMLDivElement>(null);
  const [gap, setGap] = useSampleGap();
  const rows = sampleRows(items, gap);
  const isLong = rows.length > mostDrawn;
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: isLong,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const show = (row: number): void => {
    if (isLong && row >= 0 && row < rows.length) virtual.scrollToIndex(row);
  };
  const typing = useSampleTyping({ list, frame, show, onPaste }, setGap);
  useAskedText(id, () => typing.fieldAt(0) ?? undefined);
  const draw = (row: SampleAt, at: number) => (
    <SampleRow
      row={row}
      count={items.length}
      place={place(at)}
      sameAs={row.isNew ? undefined : duplicates.get(row.index)}
      isChosen={!row.isNew && chosen.has(row.index)}
      onType={(typed) => typing.type(row, typed)}
      onKey={(event) => typing.onKey(row, at, event)}
      onPaste={(event) => typing.paste(row, event)}
      onLeave={() => typing.leave(row)}
      onMove={(from, to) => void write(moved(items, from, to))}
      onChoose={(extended) => onChoose(row.index, extended)}
      onRemove={() => (chosen.has(row.index) ? onRemoveChosen() : void write(items.toSpliced(row.index, 1)))}
    />
  );
  return (
    <div className="samples" data-long={isLong || undefined} ref={frame} data-reorder-list>
      {isLong ? (
        <LongRows virtual={virtual} rows={rows} draw={draw} />
      ) : (
        rows.map((row, at) => (
          // Samples have no identity but their place.
          <div key={at} data-sample-row={at}>
            {draw(row, at)}
          </div>
        ))
      )}
    </div>
  );
}

type LongRowsProps = {
  readonly virtual: ReturnType<typeof useVirtualizer<HTMLDivElement, Element>>;
  readonly rows: readonly SampleAt[];
  readonly draw: (row: SampleAt, at: number) => ReactNode;
};

const LongRows = ({ virtual, rows, draw }: LongRowsProps) => (
  <div className="samples-inside" style={{ height: virtual.getTotalSize() }}>
    {virtual.getVirtualItems().map(({ index, start }) => {
      const row = rows[index];
      return row === undefined ? null : (
        <div
          key={index}
          ref={virtual.measureElement}
          data-index={index}
          data-sample-row={index}
          className="samples-placed"
          style={{ transform: `translateY(${start}px)` }}
        >
          {draw(row, index)}
        </div>
      );
    })}
  </div>
);
