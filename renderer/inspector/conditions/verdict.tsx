import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import type { Condition } from '../../../shared/model/condition.ts';
import { allHoldNow } from './holds-now.ts';
import { useTalkValues } from './use-talk-values.ts';

/** Whether conditions hold as the talk stands; nothing while there is none. */
export function Verdict({ conditions }: { readonly conditions: readonly Condition[] }) {
  const values = useTalkValues();
  if (values === null) return null;
  const holds = allHoldNow(conditions, values);
  const [Icon, words] =
    holds === null
      ? ([CircleHelp, 'Known only while it is checked'] as const)
      : holds
        ? ([CircleCheck, 'Holds now'] as const)
        : ([CircleX, 'Does not hold now'] as const);
  return (
    <span className="verdict" data-holds={holds ?? 'unknown'}>
      <Icon size={12} strokeWidth={2} aria-hidden />
      {words}
    </span>
  );
}
