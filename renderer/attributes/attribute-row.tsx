import { ChevronRight } from 'lucide-react';
import type { MouseEvent } from 'react';
import { visibleText } from '../../shared/explain/visible-text.ts';
import { attributeTypes } from '../../shared/model/attribute-type.ts';
import { ChoiceControl } from '../inspector/fields/choice-field.tsx';
import { useWrite } from '../inspector/edit.ts';
import { useStudio } from '../state/studio.ts';
import { changeAttributes, holdingContexts, leftBehind, moveAttributes } from './attribute-commands.ts';
import { findingWords, type AttributeRow, type RowFinding } from './attribute-rows.ts';
import { ExampleCell } from './example-cell.tsx';
import { managerState, showTask, toggled } from './manager-state.ts';
import type { WalkedCell } from '../ui/use-cell-walk.ts';

export type RowPlace = {
  readonly index: number;
  readonly start: number;
  readonly cell: (column: number) => WalkedCell;
};

type AttributeRowProps = {
  readonly row: AttributeRow;
  readonly place: RowPlace;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
};

const types = attributeTypes.map((value) => ({ value, label: value }));

/** One attribute. What is in a cell is changed there. */
export function AttributeRowView({ row, place, isOpen, isSelected }: AttributeRowProps) {
  const { name, record, type } = row;
  const { editor } = useStudio();
  const write = useWrite();
  const { cell } = place;
  const change = (changes: Parameters<typeof changeAttributes>[2], label: string): void => {
    write(changeAttributes(editor.getState().document, [name], changes, label));
  };
  return (
    <div
      className="attribute-row"
      role="row"
      aria-rowindex={place.index + 2}
      aria-level={1}
      aria-selected={isSelected}
      {...(row.members.length > 0 ? { 'aria-expanded': isOpen } : {})}
      style={{ transform: `translateY(${place.start}px)` }}
    >
      <NameCell row={row} cell={cell(0)} isOpen={isOpen} isSelected={isSelected} />
      <div {...cell(1)} className="attribute-cell">
        <ChoiceControl
          control={{ 'aria-label': `Type of ${name}`, tabIndex: -1 }}
          value={type}
          choices={types}
          onChoose={(chosen) => change({ type: chosen }, 'Edit attribute')}
        />
      </div>
      <div {...cell(2)} className="attribute-cell">
        <ContextCell row={row} />
      </div>
      <div {...cell(3)} className="attribute-cell">
        {record !== null && (
          <ExampleCell record={record} onValue={(example) => change({ example }, 'Edit attribute')} />
        )}
      </div>
      <div {...cell(4)} className="attribute-cell attribute-middle">
        {record !== null && (
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={`${name} is sensitive`}
            checked={record.sensitive}
            onChange={(event) => change({ sensitive: event.currentTarget.checked }, 'Edit attribute')}
          />
        )}
      </div>
      <CountCell row={row} side="setBy" cell={cell(5)} />
      <CountCell row={row} side="readBy" cell={cell(6)} />
      <div {...cell(7)} className="attribute-cell attribute-findings">
        {row.findings.map((finding) => (
          <Finding key={finding} row={row} finding={finding} />
        ))}
      </div>
    </div>
  );
}

type NameCellProps = Pick<AttributeRowProps, 'row' | 'isOpen' | 'isSelected'> & { readonly cell: WalkedCell };

function NameCell({ row, cell, isOpen, isSelected }: NameCellProps) {
  const { editor } = useStudio();
  const store = managerState(editor);
  const { name, record } = row;
  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey) store.setState({ selected: toggled(store.getState().selected, name) });
    else if (record !== null) showTask(store, { kind: 'form', id: record.id });
  };
  return (
    <div {...cell} className="attribute-cell attribute-name">
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={`Select ${name}`}
        checked={isSelected}
        onChange={() => store.setState({ selected: toggled(store.getState().selected, name) })}
      />
      {row.members.length > 0 && (
        <button
          type="button"
          tabIndex={-1}
          className="attribute-open"
          aria-label={`${isOpen ? 'Hide' : 'Show'} members of ${name}`}
          data-open={isOpen || undefined}
          onClick={() => store.setState({ expanded: toggled(store.getState().expanded, row.key) })}
        >
          <ChevronRight size={13} strokeWidth={2} aria-hidden />
        </button>
      )}
      <button
        type="button"
        tabIndex={-1}
        className="attribute-title"
        data-faint={record === null || undefined}
        title={record?.description === '' || record === null ? name : record.description}
        onClick={open}
      >
        {visibleText(name)}
      </button>
    </div>
  );
}

function ContextCell({ row }: { readonly row: AttributeRow }) {
  const { editor, ui } = useStudio();
  const write = useWrite();
  const { contexts } = row.uses;
  if (contexts.length === 0) return <span className="attribute-faint">nowhere</span>;
  const document = editor.getState().document;
  const holding = holdingContexts(document);
  const [only] = contexts;
  const here = contexts.length === 1 && only !== undefined && holding.includes(only) ? only : '';
  const choices = holding.map((value) => ({ value, label: value }));
  const move = (to: string): void => {
    const command = moveAttributes(editor.getState().document, [row.name], to);
    const refusal = typeof command === 'string' ? command : write(command);
    if (refusal !== null) return ui.notify('bad', refusal);
    const left = leftBehind(editor.getState().document, [row.name], to);
    if (left !== null) ui.notify('info', left);
  };
  return (
    <ChoiceControl
      control={{ 'aria-label': `Context of ${row.name}`, tabIndex: -1 }}
      value={here}
      choices={here === '' ? [{ value: '', label: contexts.join(', ') }, ...choices] : choices}
      onChoose={(chosen) => chosen !== '' && move(chosen)}
    />
  );
}

type CountCellProps = { readonly row: AttributeRow; readonly side: 'setBy' | 'readBy'; readonly cell: WalkedCell };

function CountCell({ row, side, cell }: CountCellProps) {
  const { editor } = useStudio();
  const count = row.uses[side].length;
  const places = count === 1 ? 'place' : 'places';
  const words = side === 'setBy' ? (count === 1 ? 'sets' : 'set') : count === 1 ? 'reads' : 'read';
  return (
    <div {...cell} className="attribute-cell attribute-middle">
      {count === 0 ? (
        <span className="attribute-faint" aria-label={side === 'setBy' ? 'Set nowhere' : 'Read nowhere'} role="img">
          –
        </span>
      ) : (
        <button
          type="button"
          tabIndex={-1}
          className="text-link"
          aria-label={`${count} ${places} ${words} ${row.name}`}
          onClick={() => showTask(managerState(editor), { kind: 'places', name: row.name, side })}
        >
          {count}
        </button>
      )}
    </div>
  );
}

/** What can be done about it is a press away. */
function Finding({ row, finding }: { readonly row: AttributeRow; readonly finding: RowFinding }) {
  const { editor } = useStudio();
  const write = useWrite();
  const store = managerState(editor);
  const act = (): void => {
    const { name, record } = row;
    if (record === null) write({ kind: 'attribute.add', name, type: 'string' });
    else if (finding === 'unused') showTask(store, { kind: 'delete', ids: [record.id] });
    else if (finding === 'duplicate') showTask(store, { kind: 'merge', ids: [record.id] });
    else if (finding === 'misfit') showTask(store, { kind: 'form', id: record.id });
    else showTask(store, { kind: 'places', name, side: finding === 'neverSet' ? 'readBy' : 'setBy' });
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      className="attribute-finding"
      data-tone={finding === 'neverSet' || finding === 'misfit' ? 'warning' : undefined}
      title={hints[finding]}
      onClick={act}
    >
      {findingWords[finding]}
    </button>
  );
}

const hints: Readonly<Record<RowFinding, string>> = {
  unused: 'Nothing sets it and nothing reads it. A press offers to delete it.',
  neverSet: 'It is read, and nothing ever sets it: it is always empty.',
  neverRead: 'It is set, and nothing ever reads it.',
  duplicate: 'Another attribute has nearly the same name and the same type. A press offers to merge them.',
  unregistered: 'It is spoken of, and has no type of its own. A press registers it.',
  misfit: 'Its example is not of its type. A press opens its form.',
};
