import { Copy, CopyPlus, PenLine, Trash2 } from 'lucide-react';
import { useState, type DragEvent, type KeyboardEvent } from 'react';
import { visibleText } from '../../shared/explain/visible-text.ts';
import { RecordIcon } from '../app/record-icon.tsx';
import { goTo } from '../inspector/go-to.ts';
import { useWrite } from '../inspector/edit.ts';
import { subjectOf } from '../inspector/subject.ts';
import { paletteDragType, printPaletteItem } from '../palette/palette-item.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { duplicateAction } from './duplicate-action.ts';
import { LastResult } from './last-result.tsx';
import type { LibraryRow } from './library-rows.ts';

type LibraryRowLineProps = {
  readonly row: LibraryRow;
  readonly index: number;
  readonly isRenaming: boolean;
  readonly onRename: (isOpen: boolean) => void;
  readonly onRemove: () => void;
  readonly onCopy: () => void;
};

/** One action: what it does, how often it is used, how it last ended, and whether it runs at all. */
export function LibraryRowLine({ row, index, isRenaming, onRename, onRemove, onCopy }: LibraryRowLineProps) {
  const studio = useStudio();
  const write = useWrite();
  const { action, kind, line, uses } = row;
  const name = visibleText(action.name);
  const isOpen = useEditor(({ document, selection }) => {
    const subject = subjectOf(document, selection);
    return subject.kind === 'actions' && subject.id === action.id;
  });
  const onDragStart = (event: DragEvent): void => {
    event.dataTransfer.setData(paletteDragType, printPaletteItem({ item: 'use', action: action.id }));
    event.dataTransfer.effectAllowed = 'copy';
  };
  return (
    <div
      className="library-row"
      data-library-row={index}
      data-off={!action.enabled || undefined}
      data-open={isOpen || undefined}
    >
      {isRenaming ? (
        <NameField name={action.name} id={action.id} onClose={() => onRename(false)} />
      ) : (
        <button
          type="button"
          className="library-open"
          draggable
          aria-current={isOpen || undefined}
          onDragStart={onDragStart}
          onClick={() => goTo(studio, action.id)}
          onDoubleClick={() => onRename(true)}
        >
          <RecordIcon of={{ kind: 'action', actionKind: action.kind }} />
          <span className="library-name">{name}</span>
          <span className="library-line">{visibleText(line)}</span>
        </button>
      )}
      <span className="library-kind">{kind}</span>
      <span className="library-uses">{usesText(uses)}</span>
      <LastResult id={action.id} name={action.name} />
      <span className="library-buttons">
        <IconButton icon={PenLine} label={`Rename ${name}`} onClick={() => onRename(true)} />
        <IconButton icon={CopyPlus} label={`Duplicate ${name}`} onClick={() => duplicateAction(studio, action.id)} />
        <IconButton icon={Copy} label={`Copy ${name} as text`} onClick={onCopy} />
        <IconButton icon={Trash2} label={`Delete ${name}`} onClick={onRemove} />
      </span>
      <input
        className="switch-control"
        type="checkbox"
        role="switch"
        aria-label={`${name} is on`}
        checked={action.enabled}
        onChange={(event) => {
          const changes = { enabled: event.currentTarget.checked };
          write({ kind: 'record.update', table: 'actions', id: action.id, changes });
        }}
      />
    </div>
  );
}

const usesText = (uses: number): string => (uses === 0 ? 'not used' : uses === 1 ? '1 use' : `${uses} uses`);

type NameFieldProps = { readonly name: string; readonly id: string; readonly onClose: () => void };

/** A new name in place; references to how the action ended follow it. */
function NameField({ name, id, onClose }: NameFieldProps) {
  const { ui } = useStudio();
  const write = useWrite();
  const [typed, setTyped] = useState(name);
  const finish = (): void => {
    const wanted = typed.trim();
    const refusal =
      wanted === '' || wanted === name
        ? null
        : write({ kind: 'record.update', table: 'actions', id, changes: { name: wanted } });
    if (refusal !== null) ui.notify('bad', refusal);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') finish();
    else onClose();
  };
  return (
    <input
      className="control library-rename"
      aria-label={`New name of ${name}`}
      data-mono
      autoFocus
      spellCheck={false}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={finish}
      onKeyDown={onKeyDown}
    />
  );
}
