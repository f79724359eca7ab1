import { ArrowRight, ChevronRight, X } from 'lucide-react';
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Json } from '../../../shared/base/json.ts';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import type { ActionRecord } from '../../../shared/model/action-record.ts';
import { useStudio } from '../../state/studio.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useWrite } from '../edit.ts';
import { mapValue, pathOfOutput, typeOfValue, unmapValue } from './try-map-value.ts';
import { mostRows, rowWords, treeRows, type TreeRow } from './try-tree-rows.ts';
import './try-tree.css';

type TryTreeProps = { readonly action: ActionRecord; readonly answer: Json; readonly label: string };

/** An answer, value by value. Pressing one makes it an output; those that are outputs say so. */
export function TryTree({ action, answer, label }: TryTreeProps) {
  const { editor, ui } = useStudio();
  const write = useWrite();
  const id = useId();
  const tree = useRef<HTMLDivElement>(null);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | null>(null);
  const rows = useMemo(() => treeRows(answer, toggled), [answer, toggled]);
  const at = Math.max(
    0,
    rows.findIndex(({ path }) => path === current),
  );
  const outputOf = (path: string) => action.outputs.find((output) => pathOfOutput(output) === path)?.name ?? null;
  const toggle = (path: string): void => {
    const next = new Set(toggled);
    if (!next.delete(path)) next.add(path);
    setToggled(next);
  };
  const map = (path: string): void => {
    if (outputOf(path) !== null) return;
    const refusal = write(mapValue(editor.getState().document, action, path, answer));
    if (refusal !== null) ui.notify('bad', refusal);
  };
  const move = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row === undefined) return;
    setCurrent(row.path);
    tree.current?.querySelectorAll('[role="treeitem"]')[rows.indexOf(row)]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[at];
    if (row === undefined || event.target !== tree.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, () => void> = {
      ArrowDown: () => move(current === null ? 0 : at + 1),
      ArrowUp: () => move(at - 1),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      ArrowRight: () => (row.inside !== null && !row.isOpen ? toggle(row.path) : move(at + 1)),
      ArrowLeft: () =>
        row.isOpen ? toggle(row.path) : move(rows.findLastIndex(({ depth }, index) => index < at && depth < row.depth)),
      Enter: () => map(row.path),
      ' ': () => map(row.path),
      Delete: () => {
        const name = outputOf(row.path);
        if (name !== null) write(unmapValue(action, name));
      },
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    step();
  };
  return (
    <div
      ref={tree}
      className="try-tree"
      role="tree"
      aria-label={label}
      aria-activedescendant={rows.length > 0 ? `${id}-${at}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {rows.map((row, index) => (
        <TreeItem
          key={row.path}
          id={`${id}-${index}`}
          row={row}
          output={outputOf(row.path)}
          isCurrent={row.path === current}
          onToggle={() => toggle(row.path)}
          onMap={() => {
            setCurrent(row.path);
            map(row.path);
          }}
          onUnmap={(name) => void write(unmapValue(action, name))}
        />
      ))}
      {rows.length >= mostRows && <p className="section-note">The rest is in the response as text.</p>}
    </div>
  );
}

type TreeItemProps = {
  readonly id: string;
  readonly row: TreeRow;
  /** The output it is, if it is one. */
  readonly output: string | null;
  readonly isCurrent: boolean;
  readonly onToggle: () => void;
  readonly onMap: () => void;
  readonly onUnmap: (name: string) => void;
};

function TreeItem({ id, row, output, isCurrent, onToggle, onMap, onUnmap }: TreeItemProps) {
  const { path, key, depth, inside, isOpen, value } = row;
  const words = visibleText(rowWords(row));
  return (
    <div
      id={id}
      className="try-tree-row"
      role="treeitem"
      aria-level={depth + 1}
      aria-selected={isCurrent}
      aria-expanded={inside === null ? undefined : isOpen}
      aria-label={`${key}: ${words}${output === null ? '' : `, output ${output}`}`}
      data-mapped={output !== null || undefined}
      data-depth={Math.min(depth, 8)}
    >
      <button
        type="button"
        className="try-tree-chevron"
        data-open={isOpen}
        hidden={inside === null || inside === 0}
        tabIndex={-1}
        aria-label={isOpen ? `Close ${key}` : `Open ${key}`}
        onClick={onToggle}
      >
        <ChevronRight size={12} strokeWidth={2.25} aria-hidden />
      </button>
      <button
        type="button"
        className="try-tree-value"
        tabIndex={-1}
        title={output === null ? `Make ${path} an output (${typeOfValue(value)})` : `${path} is the output ${output}`}
        data-path={path}
        onClick={onMap}
      >
        <span className="try-tree-key">{visibleText(key)}</span>
        <span className="try-tree-words" data-json={inside === null ? typeof value : 'inside'}>
          {words}
        </span>
      </button>
      {output !== null && (
        <span className="try-tree-output">
          <ArrowRight size={11} strokeWidth={2} aria-hidden />
          {visibleText(output)}
          <IconButton icon={X} label={`Remove output ${output}`} tabIndex={-1} onClick={() => onUnmap(output)} />
        </span>
      )}
    </div>
  );
}
