import type { Behavior } from '../../../shared/model/intent-record.ts';
import { SwitchField } from './switch-field.tsx';

/** What a level may do, with what each means there. */
export type BehaviourMeanings = { readonly [Name in Behavior]?: string };

const words: Readonly<Record<Behavior, string>> = { STARTING: 'Starting', OPEN: 'Open', COMPLETING: 'Completing' };
const inOrder = ['STARTING', 'OPEN', 'COMPLETING'] as const satisfies readonly Behavior[];

type BehavioursFieldProps = {
  readonly value: readonly Behavior[];
  readonly meanings: BehaviourMeanings;
  readonly onValue: (value: readonly Behavior[]) => void;
};

/** A switch for each behaviour that does something here, and for those a file has set although they do nothing. */
export const BehavioursField = ({ value, meanings, onValue }: BehavioursFieldProps) => (
  <div className="switches">
    {inOrder
      .filter((name) => meanings[name] !== undefined || value.includes(name))
      .map((name) => (
        <SwitchField
          key={name}
          label={words[name]}
          meaning={meanings[name] ?? 'Does nothing at this level'}
          value={value.includes(name)}
          onValue={(on) => onValue(inOrder.filter((one) => (one === name ? on : value.includes(one))))}
        />
      ))}
  </div>
);
