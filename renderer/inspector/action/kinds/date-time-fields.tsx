import { useState } from 'react';
import { workOutMoment } from '../../../../shared/actions/local/work-out-moment.ts';
import type { ActionOf } from '../../../../shared/model/action-record.ts';
import { ValueText } from '../../../run/value-text.tsx';
import type { Edit } from '../../edit.ts';
import { Section } from '../../fields/section.tsx';
import { TemplateOf, TextOf } from '../bound-fields.tsx';

type DateTime = ActionOf<'dateTime'>;

/** A moment, and how it is written; where nothing has to be filled in, what it comes to now. */
export const DateTimeFields = ({ edit }: { readonly edit: Edit<DateTime> }) => (
  <Section title="Moment" name="actions.dateTime" fields="base modifier format zone">
    <TemplateOf edit={edit} of="base" label="From" meaning="A moment to begin with" mono placeholder="now" />
    <TemplateOf
      edit={edit}
      of="modifier"
      label="Moved by"
      meaning="+1 week, next friday, first monday of next month"
      mono
      placeholder="not at all"
    />
    <div className="form-pair">
      <TextOf
        edit={edit}
        of="format"
        label="Written as"
        meaning="How it is shown"
        mono
        placeholder="yyyy-MM-dd HH:mm"
      />
      <TextOf edit={edit} of="zone" label="Time zone" meaning="Where it is read" mono placeholder="UTC" />
    </div>
    <MomentNow action={edit.value} />
  </Section>
);

function MomentNow({ action }: { readonly action: DateTime }) {
  const [now] = useState(() => Date.now());
  if (/[${]/.test(action.base + action.modifier)) return null;
  const moment = workOutMoment(action, now);
  // What cannot be read is said at its field.
  if (!moment.ok) return null;
  return (
    <p className="section-note" aria-live="polite">
      Now it would be <ValueText value={moment.value['formatted'] ?? null} />
    </p>
  );
}
