import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import type { Condition } from '../../../shared/model/condition.ts';
import { allHoldNow } from './holds-now.ts';
import { useTalkValues } from './use-talk-values.ts';

type VerdictProps = {
  readonly conditions: readonly Condition[];
  /** One condition, what a group makes of its own, or a whole list. */
  readonly of: keyof typeof words;
};

const words = {
  condition: { yes: 'Holds now', no: 'Does not hold now' },
  group: { yes: 'The group holds now', no: 'The group does not hold now' },
  list: { yes: 'All of them hold now', no: 'Not all of them hold now' },
} as const;

/** Whether conditions hold as the talk stands; nothing while there is none. */
export function Verdict({ conditions, of }: VerdictProps) {
  const values = useTalkValues();
  if (values === null) return null;
  const holds = allHoldNow(conditions, values);
  const Icon = holds === null ? CircleHelp : holds ? CircleCheck : CircleX;
  return (
    <span className="verdict" data-holds={holds ?? 'unknown'}>
      <Icon size={12} strokeWidth={2} aria-hidden />
      {holds === null ? 'Known only while it is checked' : words[of][holds ? 'yes' : 'no']}
    </span>
  );
}
