import { useDeferredValue, useMemo } from 'react';
import { Tag } from 'lucide-react';
import { useEditor, useStudio } from '../state/studio.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { attributeRows, shownRows } from './attribute-rows.ts';
import { AttributeTable } from './attribute-table.tsx';
import { FilterBar } from './filter-bar.tsx';
import { showsAll } from './attribute-rows.ts';
import { NewAttribute } from './new-attribute.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { TaskPanel } from './task-panel.tsx';
import { managerState, useManager } from './manager-state.ts';

/** The table of attributes, with what is being done beside it. */
export function AttributesPage() {
  const { editor } = useStudio();
  const document = useDeferredValue(useEditor((state) => state.document));
  const { filter, order, expanded, selected, task } = useManager((state) => state);
  const rows = useMemo(() => attributeRows(document), [document]);
  const shown = useMemo(() => shownRows(rows, filter, order, expanded), [rows, filter, order, expanded]);
  const chosen = rows.filter(({ name }) => selected.has(name));
  const found = shown.filter(({ kind }) => kind === 'attribute').length;
  return (
    <>
      <FilterBar rows={rows} found={found} />
      {chosen.length > 0 && <SelectionBar chosen={chosen} />}
      <div className="manager-work">
        {rows.length === 0 ? (
          <div className="manager-none">
            <EmptyState
              icon={Tag}
              sentence="An attribute is a value with a name, such as order_id: people say it, actions give it, messages show it."
            />
            <NewAttribute />
          </div>
        ) : shown.length === 0 ? (
          <div className="manager-none">
            <p>No attribute fits.</p>
            <button
              type="button"
              className="text-link"
              onClick={() => managerState(editor).setState({ filter: showsAll })}
            >
              Show all
            </button>
          </div>
        ) : (
          <AttributeTable rows={shown} />
        )}
        {task !== null && <TaskPanel task={task} />}
      </div>
    </>
  );
}
