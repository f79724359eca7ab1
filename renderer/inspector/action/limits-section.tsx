import { isDoneByEngine, type ActionRecord } from '../../../shared/model/action-record.ts';
import type { Cache, RateLimit, Retry } from '../../../shared/model/action-parts.ts';
import type { Edit } from '../edit.ts';
import { within } from '../edit.ts';
import { SwitchField } from '../fields/switch-field.tsx';
import { NumberOf, TemplateOf } from './bound-fields.tsx';
import { FoldedSection } from './folded-section.tsx';
import { NumbersField } from './numbers-field.tsx';

const newRetry: Retry = { times: 2, wait: 500, factor: 2, statuses: [429, 502, 503, 504] };
const newCache: Cache = { key: '', seconds: 300 };
const newRate: RateLimit = { calls: 60, seconds: 60 };

/** How long it may take, how often it may be asked, and who may have it done. */
export function LimitsSection({ edit }: { readonly edit: Edit<ActionRecord> }) {
  const action = edit.value;
  const isOutside = !isDoneByEngine(action);
  return (
    <FoldedSection title="Limits" name="actions.limits" summary={limitWords(action)}>
      <div className="form-pair">
        <NumberOf edit={edit} of="timeout" label="Timeout" meaning="Milliseconds" min={1} max={600_000} whole />
        <NumberOf
          edit={edit}
          of="permissionLevel"
          label="Permission level"
          meaning="0 for everyone"
          min={0}
          max={100}
          whole
        />
      </div>
      {isOutside && (
        <>
          <RetryFields edit={edit} />
          <CacheFields edit={edit} />
          <RateFields edit={edit} />
          <NumberOf
            edit={edit}
            of="concurrency"
            label="At once"
            meaning="How many may run, over all talks"
            placeholder="any number"
            min={1}
            max={64}
            whole
            optional
          />
        </>
      )}
    </FoldedSection>
  );
}

type Part = { readonly edit: Edit<ActionRecord> };

function RetryFields({ edit }: Part) {
  const { retry } = edit.value;
  return (
    <>
      <SwitchField
        label="Try again"
        meaning="After a failed connection, a time-out, or these statuses"
        value={retry !== undefined}
        onValue={(on) => edit.set({ retry: on ? newRetry : undefined })}
      />
      {retry !== undefined && <RetryParts retry={within(edit, 'retry') as Edit<Retry>} />}
    </>
  );
}

const RetryParts = ({ retry }: { readonly retry: Edit<Retry> }) => (
  <div className="limit-parts">
    <div className="form-pair">
      <NumberOf edit={retry} of="times" label="Times" meaning="At most" min={1} max={10} whole />
      <NumberOf edit={retry} of="wait" label="Wait" meaning="Milliseconds" min={0} max={60_000} whole />
    </div>
    <div className="form-pair">
      <NumberOf edit={retry} of="factor" label="Then times" meaning="Each further wait" min={1} max={10} />
      <NumbersField
        label="Statuses"
        meaning="Besides failures"
        placeholder="429, 503"
        numbers={retry.value.statuses}
        range={[100, 599]}
        place={retry.place('statuses')}
        write={(statuses) => retry.set({ statuses }, 'statuses')}
      />
    </div>
  </div>
);

function CacheFields({ edit }: Part) {
  const { cache } = edit.value;
  const part = within(edit, 'cache') as Edit<Cache>;
  return (
    <>
      <SwitchField
        label="Remember the result"
        meaning="The same is not asked twice"
        value={cache !== undefined}
        onValue={(on) => edit.set({ cache: on ? newCache : undefined })}
      />
      {cache !== undefined && (
        <div className="limit-parts form-pair">
          <NumberOf edit={part} of="seconds" label="For" meaning="Seconds" min={1} max={2_592_000} whole />
          <TemplateOf edit={part} of="key" label="By" meaning="What must be equal" mono placeholder="all arguments" />
        </div>
      )}
    </>
  );
}

function RateFields({ edit }: Part) {
  const { rateLimit } = edit.value;
  const part = within(edit, 'rateLimit') as Edit<RateLimit>;
  return (
    <>
      <SwitchField
        label="Limit how often"
        meaning="More than that waits its turn or fails"
        value={rateLimit !== undefined}
        onValue={(on) => edit.set({ rateLimit: on ? newRate : undefined })}
      />
      {rateLimit !== undefined && (
        <div className="limit-parts form-pair">
          <NumberOf edit={part} of="calls" label="Calls" meaning="At most" min={1} max={100_000} whole />
          <NumberOf edit={part} of="seconds" label="In" meaning="Seconds" min={1} max={86_400} whole />
        </div>
      )}
    </>
  );
}

/** What differs from an action nobody limited. */
function limitWords({ timeout, permissionLevel, retry, cache, rateLimit, concurrency }: ActionRecord): string {
  const words = [
    timeout % 1000 === 0 ? `${timeout / 1000} s` : `${timeout} ms`,
    permissionLevel === 0 ? '' : `level ${permissionLevel}`,
    retry === undefined ? '' : `${retry.times} ${retry.times === 1 ? 'retry' : 'retries'}`,
    cache === undefined ? '' : 'remembered',
    rateLimit === undefined ? '' : `${rateLimit.calls} in ${rateLimit.seconds} s`,
    concurrency === undefined ? '' : `${concurrency} at once`,
  ];
  return words.filter(Boolean).join(', ');
}
