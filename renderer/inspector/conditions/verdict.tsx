import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import { createContext, useContext } from 'react';
import { whyUnknown, whyUnmet } from '../../../shared/explain/why-unmet.ts';
import type { Condition } from '../../../shared/model/condition.ts';
import { tryAll, type TriedValues } from './try-condition.ts';

/** What conditions are tried with: the running talk, or an example; null while there is neither. */
export const TriedContext = createContext<TriedValues | null>(null);

type VerdictProps = {
  readonly conditions: readonly Condition[];
  /** One condition, what a group makes of its own, or a whole list. */
  readonly of: 'condition' | 'group' | 'list';
};

const subjects = { condition: 'Would', group: 'The group would', list: 'All in all, it would' } as const;
const when = { talk: 'now', example: 'with these values' } as const;

/** Whether conditions hold, and why not; nothing while there is nothing to try them with. */
export function Verdict({ conditions, of }: VerdictProps) {
  const values = useContext(TriedContext);
  if (values === null) return null;
  const looked = tryAll(conditions, values);
  const { outcome } = looked;
  const Icon = outcome === null ? CircleHelp : outcome ? CircleCheck : CircleX;
  return (
    <p
      className="verdict"
      data-holds={outcome ?? 'unknown'}
      data-of={of}
      aria-live={of === 'list' ? 'polite' : undefined}
    >
      <Icon size={12} strokeWidth={2} aria-hidden />
      <span>{wordsOf(looked, of, values.from)}</span>
    </p>
  );
}

function wordsOf(looked: ReturnType<typeof tryAll>, of: VerdictProps['of'], from: TriedValues['from']): string {
  if (looked.outcome === null) return whyUnknown(looked).join(' ');
  const words = `${subjects[of]} ${looked.outcome ? 'pass' : 'fail'} ${when[from]}`;
  return looked.outcome ? words : `${words}: ${whyUnmet(looked)}.`;
}
