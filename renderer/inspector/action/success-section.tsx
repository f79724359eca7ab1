import { pathProblem } from '../../../shared/actions/query-json.ts';
import { statusClassSchema } from '../../../shared/model/action-kinds.ts';
import type { ApiActionRecord } from '../../../shared/model/action-record.ts';
import type { Edit, Refusal } from '../edit.ts';
import { ChoiceControl } from '../fields/choice-field.tsx';
import { SwitchField } from '../fields/switch-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import type { Trouble } from '../problems-by-ref.ts';
import { FoldedSection } from './folded-section.tsx';
import './success-section.css';

type Successes = NonNullable<ApiActionRecord['successes']>;
type StatusClass = keyof Successes;
type Decision = 'usual' | 'yes' | 'no' | 'path';

const words: Readonly<Record<StatusClass, string>> = {
  '1xx': 'Information',
  '2xx': 'Success',
  '3xx': 'Redirect',
  '4xx': 'Caller’s mistake',
  '5xx': 'Service’s mistake',
};
const isUsuallyFine = (status: StatusClass): boolean => status < '4';

/** When an answer counts as one. */
export function SuccessSection({ edit }: { readonly edit: Edit<ApiActionRecord> }) {
  const { successes = {}, succeedsWhen = '', request } = edit.value;
  const set = (status: StatusClass, decided: boolean | string | undefined, burst: string | null = null): Refusal => {
    const { [status]: _, ...others } = successes;
    const next: Successes = decided === undefined ? others : { ...others, [status]: decided };
    return edit.set({ successes: Object.keys(next).length === 0 ? undefined : next }, burst);
  };
  return (
    <FoldedSection title="Success" name="actions.success" fields="success successes" summary={successWords(edit.value)}>
      <div className="successes" role="group" aria-label="By class of status">
        {statusClassSchema.options.map((status) => (
          <StatusRow
            key={status}
            status={status}
            decided={successes[status]}
            onDecided={(decided) => set(status, decided)}
            onPath={(path) => set(status, path, `successes.${status}`)}
            place={edit.place(`successes.${status}`)}
          />
        ))}
      </div>
      <TextField
        label="Only when"
        meaning="JMESPath that must find something, whatever the status"
        mono
        placeholder="successful"
        text={succeedsWhen}
        place={edit.place('succeedsWhen')}
        troubles={pathTroubles(succeedsWhen)}
        write={(typed) => edit.set({ succeedsWhen: typed === '' ? undefined : typed }, 'succeedsWhen')}
      />
      <SwitchField
        label="Follow redirects"
        meaning="Without anything secret"
        value={request.followRedirects === true}
        onValue={(on) => {
          const { followRedirects: _, ...rest } = request;
          edit.set({ request: on ? { ...rest, followRedirects: true } : rest });
        }}
      />
    </FoldedSection>
  );
}

type StatusRowProps = {
  readonly status: StatusClass;
  readonly decided: boolean | string | undefined;
  readonly onDecided: (decided: boolean | string | undefined) => void;
  readonly onPath: (path: string) => Refusal;
  readonly place: string;
};

function StatusRow({ status, decided, onDecided, onPath, place }: StatusRowProps) {
  const decision: Decision =
    typeof decided === 'string' ? 'path' : decided === undefined ? 'usual' : decided ? 'yes' : 'no';
  const choices = [
    { value: 'usual', label: isUsuallyFine(status) ? 'Succeeds, as usual' : 'Fails, as usual' },
    { value: 'yes', label: 'Succeeds' },
    { value: 'no', label: 'Fails' },
    { value: 'path', label: 'Succeeds when…' },
  ] as const;
  const byDecision = { usual: undefined, yes: true, no: false, path: '' } as const;
  return (
    <div className="success-row">
      <code>{status}</code>
      <span title={words[status]}>{words[status]}</span>
      <ChoiceControl
        control={{ 'aria-label': `${status} answers` }}
        value={decision}
        choices={choices}
        onChoose={(chosen) => onDecided(byDecision[chosen])}
      />
      {typeof decided === 'string' && (
        <TextField
          label={`${status} succeeds when`}
          meaning="JMESPath"
          isLabelHidden
          mono
          placeholder="status == 'ok'"
          text={decided}
          place={place}
          troubles={pathTroubles(decided)}
          write={onPath}
        />
      )}
    </div>
  );
}

function pathTroubles(path: string): readonly Trouble[] {
  const wrong = path.trim() === '' ? null : pathProblem(path.trim());
  return wrong === null ? [] : [{ severity: 'error', sentence: wrong }];
}

function successWords({ successes = {}, succeedsWhen, request }: ApiActionRecord): string {
  const decided = Object.keys(successes);
  return [
    decided.length === 0 ? 'below 400' : decided.join(', '),
    succeedsWhen === undefined ? '' : 'by expression',
    request.followRedirects === true ? 'follows redirects' : '',
  ]
    .filter(Boolean)
    .join(', ');
}
