import { ChevronRight, CircleCheck, CircleX } from 'lucide-react';
import type { AuditEntry } from '../../shared/bridge/contract/audit-contract.ts';
import type { Json } from '../../shared/base/json.ts';
import { duration } from '../../shared/explain/value-words.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import { JsonText } from '../run/json-text.tsx';
import { useEditor } from '../state/studio.ts';
import { OriginBadge } from '../run/origin-badge.tsx';

const askers: Readonly<Record<AuditEntry['askedBy'], string>> = {
  talk: 'talk',
  testPanel: 'test panel',
  commandLine: 'command line',
};

type LogRowProps = { readonly entry: AuditEntry; readonly isOpen: boolean; readonly onToggle: () => void };

/** One execution: when, what, who asked, how it ended. */
export function LogRow({ entry, isOpen, onToggle }: LogRowProps) {
  const { outcome, status, detail } = entry;
  const Icon = outcome === 'succeeded' ? CircleCheck : CircleX;
  const ending = outcome === 'succeeded' ? 'succeeded' : 'failed';
  const facts = [status === null ? '' : `${status}`, detail].filter(Boolean).join(' · ');
  return (
    <div className="log-entry" role="listitem" data-open={isOpen || undefined}>
      <button type="button" className="log-line" aria-expanded={isOpen} onClick={onToggle}>
        <ChevronRight size={13} aria-hidden />
        <time dateTime={new Date(entry.at).toISOString()}>{timeText(entry.at)}</time>
        <span className="log-action">{visibleText(entry.action)}</span>
        <span className="log-outcome" data-outcome={outcome}>
          <Icon size={13} aria-hidden />
          {facts === '' ? ending : <span className="unseen">{ending} </span>}
          {visibleText(facts)}
        </span>
        <span className="log-aside">{entry.cached ? 'remembered' : duration(entry.duration)}</span>
        <span className="log-aside">{askers[entry.askedBy]}</span>
        <span className="log-origin">
          <OriginBadge origin={entry.origin} />
        </span>
      </button>
      {isOpen && <LogDetail entry={entry} />}
    </div>
  );
}

function LogDetail({ entry }: { readonly entry: AuditEntry }) {
  const { request, arguments: args, outputs } = entry;
  // The log has its id; of this scenario its name is known.
  const world = useEditor((state) => state.document.scenario.worlds?.find(({ id }) => id === entry.world)?.name);
  return (
    <div className="log-detail">
      <dl data-selectable>
        {factsOf({ ...entry, world: world ?? entry.world }).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt> <dd>{visibleText(value)}</dd>
          </div>
        ))}
      </dl>
      {request !== '' && (
        <p className="log-request" data-selectable>
          {visibleText(request)}
        </p>
      )}
      <div className="log-parts">
        <Part title="Arguments" value={args} />
        <Part title="Outputs" value={outputs} />
      </div>
    </div>
  );
}

const Part = ({ title, value }: { readonly title: string; readonly value: Readonly<Record<string, Json>> }) => (
  <section aria-label={title}>
    <h4>{title}</h4>
    {Object.keys(value).length === 0 ? (
      <p className="log-aside">None</p>
    ) : (
      <JsonText label={title} text={JSON.stringify(value, null, 2)} />
    )}
  </section>
);

const factsOf = (entry: AuditEntry): readonly (readonly [string, string])[] =>
  (
    [
      ['Scenario', entry.scenario],
      ['Kind', entry.kind],
      ['Talk', entry.conversation ?? ''],
      ['World', entry.world ?? ''],
      ['Environment', entry.environment ?? ''],
      ['Attempts', entry.attempts > 1 ? `${entry.attempts}` : ''],
      ['Why', [entry.failure ?? '', entry.detail].filter(Boolean).join(': ')],
    ] as const
  ).filter(([, value]) => value !== '');

/** Today by the clock, earlier days by their date. */
function timeText(at: number): string {
  const day = new Date(at);
  const clock = day.toLocaleTimeString('en-GB');
  return day.toDateString() === new Date().toDateString() ? clock : `${day.toLocaleDateString('en-GB')} ${clock}`;
}
