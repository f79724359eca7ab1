import { useMemo } from 'react';
import { describeChanges, type DescribedChange } from '../../shared/merge/describe-changes.ts';
import { diffDocuments } from '../../shared/merge/diff-documents.ts';
import type { Document } from '../../shared/model/document.ts';
import { goTo } from '../inspector/go-to.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import { fieldLines } from './field-lines.ts';
import './changes-view.css';

type ChangesViewProps = {
  readonly before: Document;
  readonly after: Document;
  /** Said when nothing is different. */
  readonly same: string;
  /** Whether an entry leads to its record; a question that must be answered first leads nowhere. */
  readonly leads?: boolean;
};

/** What is different, record by record, in the words of the design; where things are drawn stands apart. */
export function ChangesView({ before, after, same, leads = true }: ChangesViewProps) {
  const { logic, layout } = useMemo(
    () => describeChanges(before, after, diffDocuments(before, after)),
    [before, after],
  );
  if (logic.length + layout.length === 0) return <p className="changes-same">{same}</p>;
  return (
    <div className="changes" role="region" aria-label="What is different" tabIndex={0}>
      {logic.length === 0 ? (
        <p className="changes-same">Nothing that is said or done is different; only where things are drawn.</p>
      ) : (
        <ChangeList title={`In the talk: ${logic.length}`} changes={logic} leads={leads} />
      )}
      {layout.length > 0 && (
        <details className="changes-layout" open={logic.length === 0}>
          <summary>On the canvas only: {layout.length}</summary>
          <ChangeList title={null} changes={layout} leads={leads} />
        </details>
      )}
    </div>
  );
}

/** Beyond this a person reads no list. */
const mostShown = 300;

type ChangeListProps = {
  readonly title: string | null;
  readonly changes: readonly DescribedChange[];
  readonly leads: boolean;
};

function ChangeList({ title, changes, leads }: ChangeListProps) {
  return (
    <>
      {title !== null && <h3>{title}</h3>}
      <ul>
        {changes.slice(0, mostShown).map((change) => (
          <Change key={`${change.table} ${change.id}`} change={change} leads={leads} />
        ))}
      </ul>
      {changes.length > mostShown && <p className="changes-same">And {changes.length - mostShown} more.</p>}
    </>
  );
}

const marks = { added: '+', removed: '−', changed: '~', moved: '↕' } as const;

function Change({ change, leads }: { readonly change: DescribedChange; readonly leads: boolean }) {
  const studio = useStudio();
  const isHere = useEditor(({ document }) => document.homes.has(change.id));
  const { lines, more } = fieldLines(change.table === 'placements' ? [] : change.fields);
  const go = (): void => {
    studio.ui.closeDialog();
    goTo(studio, change.id);
  };
  const head = (
    <>
      <span className="change-mark" aria-hidden>
        {marks[change.what]}
      </span>
      <span className="change-what">
        {change.word} {change.what}
      </span>
      <strong>{change.name}</strong>
      {change.where.length > 0 && <span className="change-where">{change.where.join(' › ')}</span>}
    </>
  );
  return (
    <li className="change" data-what={change.what}>
      {leads && isHere ? (
        <button type="button" className="change-head" title="Go there" onClick={go}>
          {head}
        </button>
      ) : (
        <div className="change-head">{head}</div>
      )}
      {lines.map(({ path, before, after }, at) => (
        <p key={`${path} ${at}`} className="change-line" data-selectable>
          <span>{path}</span> {before !== null && <del>{before}</del>} {after !== null && <ins>{after}</ins>}
        </p>
      ))}
      {more > 0 && <p className="change-line">and {more} more</p>}
    </li>
  );
}
