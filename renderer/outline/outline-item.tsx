import { ChevronRight, Circle, Play, RotateCw, Square } from 'lucide-react';
import { memo, useEffect, useRef, type DragEvent, type KeyboardEvent, type MouseEvent } from 'react';
import { RecordIcon } from '../app/record-icon.tsx';
import type { DropPlace } from './outline-moves.ts';
import type { OutlineRow } from './outline-rows.ts';

type OutlineItemProps = {
  readonly row: OutlineRow;
  readonly top: number;
  readonly selected: boolean;
  readonly active: boolean;
  readonly renaming: boolean;
  readonly drop: DropPlace['where'] | null;
  readonly onPointAt: (row: OutlineRow, event: MouseEvent) => void;
  readonly onOpen: (id: string, open: boolean) => void;
  readonly onRename: (id: string) => void;
  readonly onRenamed: (id: string, name: string | null) => void;
  readonly onDragStart: (row: OutlineRow, event: DragEvent) => void;
};

export const OutlineItem = memo(function OutlineItem({
  row,
  top,
  selected,
  active,
  renaming,
  drop,
  ...on
}: OutlineItemProps) {
  return (
    <div
      className="outline-row"
      role="treeitem"
      id={`outline-${row.id}`}
      data-outline-row={row.id}
      data-level={row.level}
      data-active={active || undefined}
      data-drop={drop ?? undefined}
      aria-selected={selected}
      aria-level={row.depth + 1}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.open ?? undefined}
      style={{ transform: `translateY(${top}px)`, paddingInlineStart: 4 + row.depth * 14 }}
      draggable={!renaming}
      onDragStart={(event) => on.onDragStart(row, event)}
      onMouseDown={(event) => on.onPointAt(row, event)}
      onDoubleClick={() => on.onRename(row.id)}
    >
      <span
        className="outline-twisty"
        data-open={row.open ?? undefined}
        onMouseDown={(event) => {
          if (row.open === null) return;
          event.stopPropagation();
          on.onOpen(row.id, !row.open);
        }}
      >
        {row.open !== null && <ChevronRight size={14} strokeWidth={2} aria-hidden />}
      </span>
      <RecordIcon
        of={row.speaker === null ? { kind: row.level as 'turn' } : { kind: 'intent', speaker: row.speaker }}
      />
      {row.speaker !== null && <span className="unseen">{row.speaker} intent</span>}
      {renaming ? (
        <RenameField name={row.name} onDone={(name) => on.onRenamed(row.id, name)} />
      ) : (
        <>
          <span className="outline-name">{row.name}</span>
          <span className="outline-words">{row.words}</span>
        </>
      )}
      <Badges row={row} />
    </div>
  );
});

function RenameField({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const finish = (typed: string | null): void => {
    if (done.current) return;
    done.current = true;
    onDone(typed);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.key === 'Enter') finish(event.currentTarget.value);
    if (event.key === 'Escape') finish(null);
  };
  return (
    <input
      ref={field}
      className="outline-rename"
      aria-label="New name"
      defaultValue={name}
      maxLength={200}
      spellCheck={false}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => event.stopPropagation()}
      onBlur={(event) => finish(event.currentTarget.value)}
    />
  );
}

const badges = {
  STARTING: { icon: Play, words: 'The talk can begin here' },
  OPEN: { icon: Circle, words: 'Can be entered at any time' },
  COMPLETING: { icon: Square, words: 'The talk can end here' },
} as const;

const Badges = ({ row }: { row: OutlineRow }) => (
  <span className="outline-badges">
    {row.behaviors.map((behavior) => {
      const { icon: Icon, words } = badges[behavior];
      return (
        <span key={behavior} title={words}>
          <Icon size={9} strokeWidth={2.5} aria-hidden />
          <span className="unseen">{words}</span>
        </span>
      );
    })}
    {row.virtual && (
      <span title="Goes on by itself with a virtual intent">
        <RotateCw size={9} strokeWidth={2.5} aria-hidden />
        <span className="unseen">Goes on by itself with a virtual intent</span>
      </span>
    )}
  </span>
);
