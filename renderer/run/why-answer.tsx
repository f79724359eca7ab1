import { useMemo } from 'react';
import { whyNot } from '../../shared/explain/why-not.ts';
import { whyThis } from '../../shared/explain/why-this.ts';
import { useStudio } from '../state/studio.ts';
import { exchangeWith } from '../state/run-trace.ts';
import { lostCandidates } from './lost-candidates.ts';
import { namesIn } from './names-in.ts';

/** Why this, in a sentence; and why none of the others, in one each. */
export function WhyAnswer({ seq }: { seq: number }) {
  const { run, editor } = useStudio();
  const trace = useMemo(() => exchangeWith(run.getState().exchanges, seq), [run, seq]);
  if (trace === undefined) return <p>This is no longer part of the trace.</p>;
  const nameOf = namesIn(editor.getState().document);
  const lost = lostCandidates(trace.events);
  return (
    <>
      <p>{whyThis(trace.events, seq, nameOf)}</p>
      {lost.length > 0 && (
        <>
          <p className="why-others">Why not…?</p>
          <ul>
            {lost.map((candidate) => (
              <li key={candidate.ref}>
                <button type="button" className="why-candidate" onClick={() => run.choose(candidate.seq)}>
                  {whyNot(trace.events, trace.exchange, candidate.ref, nameOf)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
