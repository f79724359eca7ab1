import type { ActionRecord } from '../../../shared/model/action-record.ts';
import { textOf, type Edit } from '../edit.ts';
import { Disclosure, Disclosures } from '../fields/disclosure.tsx';
import { SwitchField } from '../fields/switch-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { TextList } from './text-list.tsx';

/** What the action is for, and whether it runs at all. */
export function AboutSection({ edit }: { readonly edit: Edit<ActionRecord> }) {
  const { enabled, examples = [] } = edit.value;
  return (
    <div className="form-top">
      <TextField label="Description" meaning="When to use it" lines {...textOf(edit, 'description')} />
      <Disclosures label="Example requests">
        <Disclosure
          name="Example requests"
          title={<span className="quiet-title">Example requests</span>}
          summary={examples.length === 0 ? 'none' : `${examples.length}`}
        >
          <TextList
            label="What people may say"
            meaning="For whoever reads the bundle"
            word="example"
            placeholder="Where is my order?"
            items={examples}
            place={edit.place('examples')}
            write={(items, burst) =>
              edit.set(
                { examples: items.length === 0 ? undefined : items },
                burst === null ? null : `examples.${burst}`,
              )
            }
          />
        </Disclosure>
      </Disclosures>
      <SwitchField
        label="Enabled"
        meaning="Off: it is skipped everywhere"
        value={enabled}
        onValue={(on) => edit.set({ enabled: on })}
      />
    </div>
  );
}
