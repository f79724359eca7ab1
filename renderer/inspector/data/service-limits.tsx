import type { RateLimit } from '../../../shared/model/action-parts.ts';
import type { IntegrationRecord } from '../../../shared/model/integration-record.ts';
import { NumberOf } from '../action/bound-fields.tsx';
import { FoldedSection } from '../action/folded-section.tsx';
import { within, type Edit } from '../edit.ts';
import { SwitchField } from '../fields/switch-field.tsx';

const newRate: RateLimit = { calls: 60, seconds: 60 };

/** What a service asks of everybody who calls it, whichever action does. */
export function ServiceLimits({ edit }: { readonly edit: Edit<IntegrationRecord> }) {
  const { rateLimit, timeout } = edit.value;
  const rate = within(edit, 'rateLimit') as Edit<RateLimit>;
  const words = [
    timeout === undefined ? '' : `${timeout} ms`,
    rateLimit === undefined ? '' : `${rateLimit.calls} in ${rateLimit.seconds} s`,
  ];
  return (
    <FoldedSection title="Limits" name="integrations.limits" summary={words.filter(Boolean).join(', ')}>
      <NumberOf
        edit={edit}
        of="timeout"
        label="Timeout"
        meaning="Milliseconds; the shorter of this and the action’s own counts"
        placeholder="as each action says"
        min={1}
        max={600_000}
        whole
        optional
      />
      <SwitchField
        label="Limit how often"
        meaning="Over all its actions"
        value={rateLimit !== undefined}
        onValue={(on) => edit.set({ rateLimit: on ? newRate : undefined })}
      />
      {rateLimit !== undefined && (
        <div className="form-pair">
          <NumberOf edit={rate} of="calls" label="Calls" meaning="At most" min={1} max={100_000} whole />
          <NumberOf edit={rate} of="seconds" label="In" meaning="Seconds" min={1} max={86_400} whole />
        </div>
      )}
    </FoldedSection>
  );
}
