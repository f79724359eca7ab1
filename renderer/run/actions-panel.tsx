import { useVirtualizer } from '@tanstack/react-virtual';
import { Zap } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useRun } from '../state/studio.ts';
import { KeepTalkButton } from '../worlds/keep-talk-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { CallRow } from './call-row.tsx';
import { FilterField } from './filter-field.tsx';
import './actions-panel.css';

const rowHeight = 28;

/** Everything that was done outside the talk, newest first. */
export function ActionsPanel() {
  const calls = useRun((state) => state.calls);
  const [filter, setFilter] = useState('');
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => {
    const wanted = filter.trim().toLowerCase();
    return calls.filter((call) => call.name.toLowerCase().includes(wanted)).toReversed();
  }, [calls, filter]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  if (calls.length === 0)
    return (
      <EmptyState
        icon={Zap}
        sentence="Every action of the talk is listed here: what was asked, who answered, and how long it took."
      />
    );
  const toggle = (key: number): void => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  return (
    <div className="calls">
      <div className="variables-bar">
        <FilterField label="Find an action" text={filter} onText={setFilter} />
        <span className="calls-end">
          <KeepTalkButton />
        </span>
      </div>
      <div className="calls-list" ref={list} role="list" aria-label="Actions of the talk">
        <div className="virtual-space" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const call = rows[index];
            return (
              call !== undefined && (
                <div
                  key={key}
                  className="virtual-row"
                  role="listitem"
                  data-index={index}
                  ref={virtual.measureElement}
                  style={{ top: start }}
                >
                  <CallRow call={call} isOpen={open.has(call.key)} onToggle={() => toggle(call.key)} />
                </div>
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}
