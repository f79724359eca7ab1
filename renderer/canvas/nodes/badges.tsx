import { Circle, Filter, Play, RotateCw, Square } from 'lucide-react';
import type { Condition } from '../../../shared/model/condition.ts';
import type { Behavior } from '../../../shared/model/intent-record.ts';
import { useCanvasProblems } from '../use-canvas-problems.ts';
import { conditionText } from '../wires/condition-text.ts';
import './badges.css';

const behaviors = {
  STARTING: { Icon: Play, label: 'Starting: the talk can begin here' },
  OPEN: { Icon: Circle, label: 'Open: can be entered from anywhere in the scene' },
  COMPLETING: { Icon: Square, label: 'Completing: ends the conversation' },
} as const satisfies Record<Behavior, unknown>;

type BadgesProps = {
  readonly behaviors: readonly Behavior[];
  readonly conditions: readonly Condition[];
  readonly virtualIntent?: string | null;
};

/** What else is to be known of a level, as small signs with their meaning on hover. */
export function Badges({ behaviors: own, conditions, virtualIntent = null }: BadgesProps) {
  return (
    <span className="badges">
      {conditions.length > 0 && (
        <span className="badge" title={`Only ${conditionText(conditions)}`}>
          <Filter size={12} strokeWidth={2} aria-label={`Only ${conditionText(conditions)}`} />
        </span>
      )}
      {virtualIntent !== null && virtualIntent !== '' && (
        <span className="badge" title={`Then as if ${virtualIntent} had been said`}>
          <RotateCw size={12} strokeWidth={2} aria-label={`Then as if ${virtualIntent} had been said`} />
        </span>
      )}
      {own.map((behavior) => {
        const { Icon, label } = behaviors[behavior];
        return (
          <span key={behavior} className="badge" data-behavior={behavior} title={label}>
            <Icon size={11} strokeWidth={2.25} aria-label={label} />
          </span>
        );
      })}
    </span>
  );
}

type BlockNameProps = { readonly name: string; readonly ids: readonly (string | null | undefined)[] };

/** What is left of a node from half way out: what it is called, and what is wrong with it. */
export const BlockName = ({ name, ids }: BlockNameProps) => (
  <>
    <strong>{name}</strong>
    <ProblemDot ids={ids} />
  </>
);

/** A dot with how many problems there are; what they are on hover. */
export function ProblemDot({ ids }: { readonly ids: readonly (string | null | undefined)[] }) {
  const problems = useCanvasProblems(ids);
  const [worst] = problems;
  if (worst === undefined) return null;
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const sentences = problems.map(({ sentence }) => sentence).join('\n');
  return (
    <span className="problem-dot" data-severity={worst.severity} title={sentences} aria-label={count} role="img">
      {problems.length}
    </span>
  );
}
