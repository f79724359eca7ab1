import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { nameOf } from '../../shared/model/selectors/name-of.ts';
import { pathOf } from '../../shared/model/selectors/path-of.ts';
import type { Document } from '../../shared/model/document.ts';
import type { Problem } from '../../shared/problems/problem.ts';
import { goTo } from '../inspector/go-to.ts';
import { FilterField } from '../run/filter-field.tsx';
import { useEditor, useStudio } from '../state/studio.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import './problems-panel.css';

type ProblemsProps = { readonly problems: readonly Problem[] };

/** More than can be looked through at a glance. */
const many = 8;

/** What is wrong with the design, errors first; many can be narrowed by what they say and where they are. */
export function ProblemsPanel({ problems }: ProblemsProps) {
  const document = useEditor((state) => state.document);
  const [filter, setFilter] = useState('');
  const wanted = problems.length > many ? filter.trim().toLowerCase() : '';
  const shown = useMemo(
    () =>
      wanted === ''
        ? problems
        : problems.filter(({ ref, sentence }) =>
            `${sentence} ${placeOf(document, ref)}`.toLowerCase().includes(wanted),
          ),
    [document, problems, wanted],
  );
  if (problems.length === 0)
    return (
      <EmptyState icon={CircleCheck} sentence="No problems. Everything drawn here can be reached, filled and said." />
    );
  return (
    <div className="problems">
      {problems.length > many && (
        <div className="problems-bar">
          <FilterField label="Find a problem" text={filter} onText={setFilter} />
          <span className="problems-count" role="status">
            {countWords(shown)}
          </span>
        </div>
      )}
      <ProblemList problems={shown} />
    </div>
  );
}

/** Choosing one goes to the place. */
function ProblemList({ problems }: ProblemsProps) {
  const studio = useStudio();
  const document = useEditor((state) => state.document);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const current = Math.max(0, Math.min(active, problems.length - 1));
  const onKeyDown = (event: KeyboardEvent): void => {
    // With a modifier it is a key of the window.
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -problems.length, End: problems.length }[event.key];
    const problem = problems[current];
    if (event.key === 'Enter' && problem !== undefined) goTo(studio, problem.ref);
    else if (step === undefined) return;
    else {
      const next = Math.max(0, Math.min(problems.length - 1, current + step));
      setActive(next);
      list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
    }
    event.preventDefault();
  };

  return (
    <ul
      ref={list}
      className="problem-list"
      role="listbox"
      aria-label="Problems"
      tabIndex={0}
      aria-activedescendant={problems.length === 0 ? undefined : `problem-${current}`}
      onKeyDown={onKeyDown}
    >
      {problems.map((problem, index) => (
        <li
          key={`${problem.code} ${problem.ref} ${problem.field} ${problem.sentence}`}
          id={`problem-${index}`}
          className="problem-row"
          role="option"
          aria-selected={index === current}
          onClick={() => {
            setActive(index);
            goTo(studio, problem.ref);
          }}
        >
          <ProblemIcon problem={problem} />
          <span className="problem-sentence">{problem.sentence}</span>
          <span className="problem-place">{placeOf(document, problem.ref)}</span>
        </li>
      ))}
    </ul>
  );
}

function countWords(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const words = [counted(errors, 'error'), counted(warnings, 'warning')].filter(Boolean).join(', ');
  return words === '' ? 'Nothing found' : words;
}

const counted = (count: number, what: string): string =>
  count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;

function ProblemIcon({ problem }: { readonly problem: Problem }) {
  const Icon = problem.severity === 'error' ? CircleAlert : TriangleAlert;
  const label = problem.severity === 'error' ? 'Error' : 'Warning';
  return <Icon className="problem-icon" data-severity={problem.severity} size={14} aria-label={label} />;
}

/** “Order status › Find the order”, without the scenario and the record itself. */
function placeOf(document: Document, ref: string): string {
  const home = document.homes.get(ref);
  const path = home === undefined ? [] : pathOf(document, home.record).slice(1);
  return path.map((id) => nameOf(document, id)).join(' › ');
}
