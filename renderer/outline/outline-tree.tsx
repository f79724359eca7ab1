import { Menu } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type MouseEvent } from 'react';
import { ActionMenuItems } from '../app/action-menu-items.tsx';
import { containersAbove } from '../palette/containers-above.ts';
import { useEditor, useStudio, useUi } from '../state/studio.ts';
import { holdKeys } from '../ui/held-keys.ts';
import { OutlineItem } from './outline-item.tsx';
import type { OutlineRow } from './outline-rows.ts';
import { renameCommand } from './rename-command.ts';
import { scrollIfElsewhere } from './scroll-if-elsewhere.ts';
import { useOutlineDrag } from './use-outline-drag.ts';
import { useOutlineKeys } from './use-outline-keys.ts';
import { watchSize } from './watch-size.ts';

type OutlineTreeProps = {
  readonly rows: readonly OutlineRow[];
  readonly closed: ReadonlySet<string>;
  readonly onClosedChange: (closed: ReadonlySet<string>) => void;
};

const rowHeight = 26;
/** About what it has in a window of ordinary size, so that the rows are there before it is measured. */
const firstRect = { width: 0, height: 340 };
const menu = [
  'edit.rename',
  'edit.carryUp',
  'edit.carryDown',
  'edit.moveTo',
  '-',
  'edit.cut',
  'edit.copy',
  'edit.paste',
  'edit.duplicate',
  'edit.delete',
  '-',
  'view.fitSelection',
  'view.focusConversation',
  '-',
  'insert.userIntent',
  'insert.appIntent',
  'insert.turn',
  'insert.scene',
];

/** The rows in view, as one widget: the tree has the focus, and says which row is meant. */
export function OutlineTree({ rows, closed, onClosedChange }: OutlineTreeProps) {
  const studio = useStudio();
  const selection = useEditor((state) => state.selection);
  const scroller = useRef<HTMLDivElement>(null);
  const [renamed, setRenamed] = useState<string | null>(null);
  const active = selection.findLast((id) => rows.some((row) => row.id === id)) ?? null;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    initialRect: firstRect,
    observeElementRect: watchSize,
    scrollToFn: scrollIfElsewhere,
  });

  // A row that is scrolled away is not in the page, and cannot be pointed at.
  const isDrawn = virtualizer.getVirtualItems().some(({ index }) => rows[index]?.id === active);

  const setOpen = (id: string, open: boolean): void => {
    const next = new Set(closed);
    if (open) next.delete(id);
    else next.add(id);
    onClosedChange(next);
  };
  useShownSelection(rows, closed, onClosedChange, (index) => virtualizer.scrollToIndex(index));
  useAskedRename(setRenamed);
  const onKeyDown = useOutlineKeys({ rows, active, setOpen });
  const drag = useOutlineDrag(rows);

  const onRenamed = (id: string, name: string | null): void => {
    setRenamed(null);
    scroller.current?.focus();
    const command = name === null ? null : renameCommand(studio.editor.getState().document, id, name);
    const done = command === null ? null : studio.editor.execute(command);
    if (done?.ok === false) studio.ui.notify('bad', done.failure.sentence);
  };
  const onPointAt = (row: OutlineRow, event: MouseEvent): void => {
    const { ids, reveal } = clickedSelection(rows, selection, row.id, active, event);
    studio.editor.select(ids);
    if (reveal) studio.ui.reveal(ids);
  };

  return (
    <Menu>
      <Menu.ContextMenu>
        <div
          className="outline-tree"
          role="tree"
          aria-label="Conversations, scenes, turns and intents"
          aria-multiselectable
          aria-activedescendant={isDrawn ? `outline-${active}` : undefined}
          tabIndex={0}
          ref={scroller}
          onKeyDown={onKeyDown}
          {...drag.tree}
        >
          <div className="outline-rows" style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, start }) => {
              const row = rows[index];
              if (row === undefined) return null;
              return (
                <OutlineItem
                  key={row.id}
                  row={row}
                  top={start}
                  selected={selection.includes(row.id)}
                  active={row.id === active}
                  renaming={row.id === renamed}
                  drop={drag.place?.id === row.id ? drag.place.where : null}
                  onPointAt={onPointAt}
                  onOpen={setOpen}
                  onRename={setRenamed}
                  onRenamed={onRenamed}
                  onDragStart={drag.onDragStart}
                />
              );
            })}
          </div>
        </div>
      </Menu.ContextMenu>
      <Menu.Dropdown>
        <ActionMenuItems entries={menu} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** A plain click selects one and shows it; with Ctrl it adds or takes away, with Shift it takes all up to it. */
function clickedSelection(
  rows: readonly OutlineRow[],
  selection: readonly string[],
  id: string,
  active: string | null,
  event: MouseEvent,
): { ids: readonly string[]; reveal: boolean } {
  // A right click keeps what is selected when it is on it.
  if (event.button === 2) return { ids: selection.includes(id) ? selection : [id], reveal: false };
  if (event.ctrlKey || event.metaKey) {
    const without = selection.filter((other) => other !== id);
    return { ids: without.length < selection.length ? without : [...selection, id], reveal: false };
  }
  if (event.shiftKey && active !== null) {
    const [from = 0, to = 0] = [active, id].map((end) => rows.findIndex((row) => row.id === end)).sort((a, b) => a - b);
    return { ids: rows.slice(from, to + 1).map((row) => row.id), reveal: false };
  }
  return { ids: [id], reveal: true };
}

/** What is selected elsewhere is shown here: its levels open, its row in view. */
function useShownSelection(
  rows: readonly OutlineRow[],
  closed: ReadonlySet<string>,
  onClosedChange: (closed: ReadonlySet<string>) => void,
  scrollTo: (index: number) => void,
): void {
  const studio = useStudio();
  const selected = useEditor((state) => state.selection[0]);
  const latest = useRef({ rows, closed, onClosedChange, scrollTo });
  useEffect(() => {
    latest.current = { rows, closed, onClosedChange, scrollTo };
  });
  useEffect(() => {
    if (selected === undefined) return;
    const { conversation, scene, turn } = containersAbove(studio.editor.getState().document, selected);
    const above = [conversation, scene, turn].filter(
      (id) => id !== null && id !== selected && latest.current.closed.has(id),
    );
    if (above.length > 0) {
      const next = new Set(latest.current.closed);
      for (const id of above) if (id !== null) next.delete(id);
      latest.current.onClosedChange(next);
    }
    const index = latest.current.rows.findIndex((row) => row.id === selected);
    if (index >= 0) latest.current.scrollTo(index);
  }, [selected, studio]);
}

function useAskedRename(rename: (id: string) => void): void {
  const studio = useStudio();
  const asked = useUi((state) => state.renaming);
  const answered = useRef(asked?.count ?? 0);
  // In the same breath as the key that asks for it.
  useLayoutEffect(() => {
    if (asked === null || asked.count === answered.current) return;
    answered.current = asked.count;
    if (studio.editor.getState().document.homes.get(asked.id)?.record !== asked.id) return;
    rename(asked.id);
    // The row may have to be scrolled to first.
    holdKeys(() => document.activeElement?.matches('.outline-rename') === true);
  }, [asked, rename, studio]);
}
