import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { columns } from './attribute-columns.ts';
import { AttributeRowView } from './attribute-row.tsx';
import type { AttributeRow, RowColumn, TableRow } from './attribute-rows.ts';
import { showTask, toggled, useManager, useManagerStore } from './manager-state.ts';
import { MemberRowView } from './member-row.tsx';
import { useGridKeys } from './use-grid-keys.ts';
import './attribute-table.css';

const rowHeight = 32;

/** An attribute a row, its members below it when it is open. */
export function AttributeTable({ rows }: { readonly rows: readonly TableRow[] }) {
  const list = useRef<HTMLDivElement>(null);
  const store = useManagerStore();
  const { expanded, selected } = useManager((state) => state);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const keys = useGridKeys({
    grid: list,
    rows: rows.length,
    columns: columns.length,
    show: (index) => virtual.scrollToIndex(index),
    onKey: (event, { row, column }) => onRowKey(event, rows[row], column),
  });
  const onRowKey = (event: KeyboardEvent, row: TableRow | undefined, column: number): boolean => {
    const isWith = event.ctrlKey || event.metaKey;
    if (isWith && event.key.toLowerCase() === 'a') {
      store.setState({ selected: new Set(rows.flatMap((one) => (one.kind === 'attribute' ? [one.name] : []))) });
      return true;
    }
    if (row?.kind !== 'attribute' || isWith) return false;
    return doKey(event.key, row, column);
  };
  const doKey = (key: string, row: AttributeRow, column: number): boolean => {
    const isOpen = expanded.has(row.key);
    const opens =
      column === 0 && row.members.length > 0 && ((key === 'ArrowRight' && !isOpen) || (key === 'ArrowLeft' && isOpen));
    if (opens) store.setState({ expanded: toggled(expanded, row.key) });
    else if (key === ' ') store.setState({ selected: toggled(selected, row.name) });
    else if (row.record === null) return false;
    else if (key === 'F2') showTask(store, { kind: 'rename', id: row.record.id });
    else if (key === 'Delete' || key === 'Backspace')
      showTask(store, { kind: 'delete', ids: deleted(row, rows, selected) });
    else if (key === 'Enter' && column === 0) showTask(store, { kind: 'form', id: row.record.id });
    else return false;
    return true;
  };
  return (
    <div
      className="attribute-table"
      ref={list}
      role="treegrid"
      aria-label="Attributes"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      onKeyDown={keys.onKeyDown}
    >
      <div className="attribute-row attribute-head" role="row" aria-rowindex={1}>
        {columns.map((column) => (
          <Head key={column.by} {...column} />
        ))}
      </div>
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const place = { index: item.index, start: item.start, cell: (at: number) => keys.cell(item.index, at) };
          return row.kind === 'attribute' ? (
            <AttributeRowView
              key={item.key}
              row={row}
              place={place}
              isOpen={expanded.has(row.key)}
              isSelected={selected.has(row.name)}
            />
          ) : (
            <MemberRowView key={item.key} row={row} place={place} />
          );
        })}
      </div>
    </div>
  );
}

/** The row itself, or all that are selected when it is one of them. */
function deleted(row: AttributeRow, rows: readonly TableRow[], selected: ReadonlySet<string>): readonly string[] {
  if (row.record === null || !selected.has(row.name)) return row.record === null ? [] : [row.record.id];
  return rows.flatMap((one) =>
    one.kind === 'attribute' && one.record !== null && selected.has(one.name) ? [one.record.id] : [],
  );
}

function Head({ by, label }: { readonly by: RowColumn; readonly label: string }) {
  const store = useManagerStore();
  const order = useManager((state) => state.order);
  const isSorted = order.by === by;
  const Arrow = order.isDown ? ArrowDown : ArrowUp;
  return (
    <div role="columnheader" aria-sort={isSorted ? (order.isDown ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        // Counts are looked at from the top.
        onClick={() =>
          store.setState({ order: { by, isDown: isSorted ? !order.isDown : by === 'setBy' || by === 'readBy' } })
        }
      >
        {label}
        {isSorted && <Arrow size={12} strokeWidth={2} aria-hidden />}
      </button>
    </div>
  );
}
