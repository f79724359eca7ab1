import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { eventWords } from '../../shared/explain/event-words.ts';
import type { NameOf } from '../../shared/explain/exchange-events.ts';
import type { ExchangeTrace } from '../state/run-trace.ts';
import { pressedAt } from '../app/actions/place-keys.ts';
import { useEditor, useRun, useStudio } from '../state/studio.ts';
import { eventJson } from './event-json.ts';
import type { EventGroup } from './event-look.ts';
import { EventRow } from './event-row.tsx';
import { closedAbove, filteredRows, traceRows } from './trace-tree.ts';
import './event-tree.css';

const rowHeight = 26;

type EventTreeProps = {
  readonly trace: ExchangeTrace;
  readonly nameOf: NameOf;
  readonly text: string;
  readonly groups: ReadonlySet<EventGroup>;
  readonly isFiltered: boolean;
};

/** The events of one exchange. Goes along with what is added, unless somebody has scrolled away to read. */
export function EventTree({ trace, nameOf, text, groups, isFiltered }: EventTreeProps) {
  const studio = useStudio();
  const { run } = studio;
  const { events } = trace;
  const chosen = useRun((state) => state.chosen);
  const selection = useEditor((state) => state.selection);
  const [toggled, setToggled] = useState<ReadonlySet<number>>(new Set());
  const [detailed, setDetailed] = useState<ReadonlySet<number>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const rows = useMemo(
    () =>
      isFiltered
        ? filteredRows(events, { text, groups, wordsOf: (event) => eventWords(event, events, nameOf) })
        : traceRows(events, toggled),
    [events, toggled, isFiltered, text, groups, nameOf],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    getItemKey: (index) => rows[index]?.event.seq ?? index,
    estimateSize: () => rowHeight,
    overscan: 12,
  });

  useLayoutEffect(() => {
    if (follows.current && chosen === null && rows.length > 0) virtual.scrollToIndex(rows.length - 1, { align: 'end' });
  }, [virtual, rows.length, chosen]);
  const at = rows.findIndex(({ event }) => event.seq === chosen);
  useLayoutEffect(() => {
    if (chosen === null) return;
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
    else if (!isFiltered) {
      const closed = closedAbove(events, chosen, toggled);
      if (closed.length > 0) setToggled(flipped(toggled, closed));
    }
  }, [virtual, at, chosen, events, toggled, isFiltered]);

  // What was just opened is there to be read.
  const isRead = chosen !== null && detailed.has(chosen);
  useLayoutEffect(() => {
    if (isRead && at >= 0) virtual.scrollToIndex(at, { align: 'start' });
  }, [virtual, at, isRead]);

  const onScroll = (): void => {
    const element = list.current;
    if (element !== null) follows.current = element.scrollHeight - element.scrollTop - element.clientHeight < rowHeight;
  };
  const choose = (index: number): void =>
    run.choose(rows[Math.max(0, Math.min(rows.length - 1, index))]?.event.seq ?? null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[at];
    const steps: Readonly<Record<string, () => void>> = {
      next: () => choose(at + 1),
      previous: () => choose(at < 0 ? rows.length - 1 : at - 1),
      first: () => choose(0),
      last: () => choose(rows.length - 1),
      details: () => row !== undefined && setDetailed(flipped(detailed, [row.event.seq])),
      open: () => {
        if (row !== undefined && row.below > 0 && !row.isOpen) setToggled(flipped(toggled, [row.event.seq]));
        else choose(at + 1);
      },
      close: () => {
        if (row !== undefined && row.below > 0 && row.isOpen) setToggled(flipped(toggled, [row.event.seq]));
        else choose(rows.findLastIndex(({ depth }, index) => index < at && depth < (row?.depth ?? 0)));
      },
    };
    const step = event.target === list.current ? steps[pressedAt(studio, 'trace', event) ?? ''] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    step();
  };
  const onCopy = (event: ClipboardEvent): void => {
    const row = rows[at];
    if (row === undefined || document.getSelection()?.isCollapsed === false) return;
    event.clipboardData.setData('text/plain', eventJson(row.event));
    event.preventDefault();
  };

  return (
    <div
      ref={list}
      className="event-tree"
      role="tree"
      aria-label="Events of the exchange"
      aria-activedescendant={at >= 0 ? `event-${chosen}` : undefined}
      tabIndex={0}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
    >
      {rows.length === 0 && <p className="event-tree-none">No event of this exchange fits.</p>}
      <div className="virtual-space" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const { seq, ref } = row.event;
          return (
            <div
              key={key}
              className="virtual-row"
              role="presentation"
              data-index={index}
              ref={virtual.measureElement}
              style={{ top: start }}
            >
              <EventRow
                row={row}
                events={events}
                nameOf={nameOf}
                isChosen={seq === chosen}
                isRelated={ref !== null && selection.includes(ref)}
                isDetailed={detailed.has(seq)}
                onToggle={() => setToggled(flipped(toggled, [seq]))}
                onDetail={() => setDetailed(flipped(detailed, [seq]))}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function flipped(set: ReadonlySet<number>, members: readonly number[]): ReadonlySet<number> {
  const next = new Set(set);
  for (const member of members) if (!next.delete(member)) next.add(member);
  return next;
}
