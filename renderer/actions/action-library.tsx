import { useVirtualizer } from '@tanstack/react-virtual';
import { ClipboardPaste, Zap } from 'lucide-react';
import { useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { FilterField } from '../run/filter-field.tsx';
import { useEditor, useStudio } from '../state/studio.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { insertItem } from '../palette/insert-item.ts';
import { copyActions, pasteActions } from './action-clipboard.ts';
import { DeleteAction } from './delete-action.tsx';
import { LibraryRowLine } from './library-row.tsx';
import { findRows, libraryRows } from './library-rows.ts';
import { NewActionMenu } from './new-action-menu.tsx';
import { PasteActions } from './paste-actions.tsx';
import { useLibraryKeys } from './use-library-keys.ts';
import './action-library.css';

const rowHeight = 34;

/** All actions of the scenario: found, made, switched, copied, and taken away only after their uses were seen. */
export function ActionLibrary() {
  const studio = useStudio();
  const document = useEditor((state) => state.document);
  const [filter, setFilter] = useState('');
  const [renaming, setRenaming] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<string | null>(null);
  const [isPasting, setIsPasting] = useState(false);
  const rows = useMemo(() => libraryRows(document), [document]);
  const found = useMemo(() => findRows(rows, filter), [rows, filter]);
  const list = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => list.current,
    getItemKey: (index) => found[index]?.action.id ?? index,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const keys = useLibraryKeys(studio, {
    count: found.length,
    show: (index) => virtual.scrollToIndex(index),
    rename: setRenaming,
    remove: setDeleting,
  });
  const onPaste = (event: ClipboardEvent): void => {
    if ((event.target as Element).closest('input') !== null) return;
    event.preventDefault();
    pasteActions(studio, event.clipboardData.getData('text/plain'));
  };
  const dialogs = (
    <>
      {deleting !== null && <DeleteAction id={deleting} onClose={() => setDeleting(null)} />}
      {isPasting && <PasteActions onClose={() => setIsPasting(false)} />}
    </>
  );
  if (rows.length === 0)
    return (
      <div className="library" onPaste={onPaste}>
        <EmptyState
          icon={Zap}
          sentence="An action does something outside the talk: it asks a service, runs Python, sends an e-mail."
          button={{ label: 'New API call', onPress: () => insertItem(studio, { item: 'action', actionKind: 'api' }) }}
        />
        {dialogs}
      </div>
    );
  return (
    <div className="library" onPaste={onPaste}>
      <div className="variables-bar library-bar">
        <FilterField label="Find an action" text={filter} onText={setFilter} />
        <span className="library-faint">{found.length === rows.length ? '' : `${found.length} of ${rows.length}`}</span>
        <span className="library-bar-end">
          <IconButton icon={ClipboardPaste} label="Paste actions" onClick={() => setIsPasting(true)} />
          <NewActionMenu />
        </span>
      </div>
      <div
        className="library-list"
        ref={list}
        role="list"
        aria-label="Actions of the scenario"
        onKeyDown={(event: KeyboardEvent) => keys(event, found)}
      >
        <div className="virtual-space" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const row = found[index];
            return (
              row !== undefined && (
                <div key={key} className="virtual-row" role="listitem" style={{ top: start, height: rowHeight }}>
                  <LibraryRowLine
                    row={row}
                    index={index}
                    isRenaming={renaming === row.action.id}
                    onRename={(isOpen) => setRenaming(isOpen ? row.action.id : null)}
                    onRemove={() => setDeleting(row.action.id)}
                    onCopy={() => void copyActions(studio, [row.action.id])}
                  />
                </div>
              )
            );
          })}
        </div>
        {found.length === 0 && <p className="library-none">No action fits.</p>}
      </div>
      {dialogs}
    </div>
  );
}
