import { useRef } from 'react';
import type { Condition } from '../../../shared/model/condition.ts';
import type { Refusal } from '../edit.ts';
import { focusSoon } from '../../ui/focus-soon.ts';
import { ConditionRows } from './condition-rows.tsx';
import { ConditionToolsContext } from './condition-tools.ts';
import { pathText, type Rearranged } from './condition-tree.ts';
import { ExampleFields, ExampleSwitch } from './example-fields.tsx';
import { useConditionDrag } from './use-condition-drag.ts';
import { useTrial } from './use-trial.ts';
import { TriedContext, Verdict } from './verdict.tsx';
import './condition-list.css';

type ConditionListProps = {
  readonly conditions: readonly Condition[];
  readonly onChange: (conditions: readonly Condition[], burst: string | null) => Refusal;
  /** Unique in the document. */
  readonly place: string;
};

/** Conditions one below the other, groups within groups, and what they come to: in the talk, or with an example. */
export function ConditionList({ conditions, onChange, place }: ConditionListProps) {
  const root = useRef<HTMLDivElement>(null);
  const trial = useTrial(place, conditions);
  const rearrange = (change: Rearranged | null): void => {
    if (change === null) return;
    onChange(change.list, null);
    const handle = `[data-condition-path="${pathText(change.at)}"] > .condition-handle`;
    focusSoon(() => root.current?.querySelector<HTMLElement>(handle));
  };
  const { mark, startDrag, endDrag, handlers } = useConditionDrag(root, conditions, rearrange);
  if (conditions.length === 0) return null;
  return (
    <TriedContext value={trial.values}>
      <ConditionToolsContext value={{ list: conditions, rearrange, startDrag, endDrag, mark }}>
        <div className="condition-list" ref={root} {...handlers}>
          <ConditionRows conditions={conditions} onChange={onChange} place={place} path={[]} />
        </div>
      </ConditionToolsContext>
      <div className="condition-trial">
        {conditions.length > 1 && <Verdict of="list" conditions={conditions} />}
        <ExampleSwitch trial={trial} />
        {trial.isOn && <ExampleFields trial={trial} />}
      </div>
    </TriedContext>
  );
}
