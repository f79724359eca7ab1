import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Edit, Refusal } from '../edit.ts';
import { AddButton } from '../fields/add-button.tsx';
import '../fields/fields-part.css';

type AnyValue = Readonly<Record<string, unknown>>;
type PartFieldProps = {
  readonly label: string;
  readonly meaning: string;
  readonly blank: object;
  readonly part: AnyValue | null;
  readonly write: (part: object | null, burst: string | null) => Refusal;
  readonly place: Edit<unknown>['place'];
  readonly troubles: Edit<unknown>['troubles'];
  readonly children: (part: Edit<AnyValue>) => ReactNode;
};

/** A part that may be missing: a button to add it, or its own fields with one to take it away. */
export function PartField({ label, meaning, blank, part, write, place, troubles, children }: PartFieldProps) {
  const name = label.toLowerCase();
  if (part === null) return <AddButton label={`Add ${name}`} title={meaning} onPress={() => write(blank, null)} />;
  return (
    <div className="fields-part" role="group" aria-label={label}>
      <div className="fields-part-head">
        <div className="field-head">
          <span className="field-label">{label}</span>
          <span className="field-meaning" title={meaning}>
            {meaning}
          </span>
        </div>
        <IconButton icon={X} label={`Remove ${name}`} onClick={() => write(null, null)} />
      </div>
      {children({
        value: part,
        set: (changes, burst = null) => write({ ...part, ...changes }, burst),
        place,
        troubles,
      })}
    </div>
  );
}
