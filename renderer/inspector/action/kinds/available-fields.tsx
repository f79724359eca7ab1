import type { ValidationRule } from '../../../../shared/model/action-kinds.ts';
import type { Edit } from '../../edit.ts';
import { NumberOf, TextOf } from '../bound-fields.tsx';
import './available-fields.css';

type Available = Extract<ValidationRule, { kind: 'available' }>;
type Weekday = Available['weekdays'][number];

const weekdays: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** On which days, between which hours, and how near or far. */
export const AvailableFields = ({ edit }: { readonly edit: Edit<Available> }) => (
  <>
    <Weekdays chosen={edit.value.weekdays} onChoose={(days) => edit.set({ weekdays: days })} />
    <div className="form-pair">
      <TextOf edit={edit} of="from" label="From" meaning="Hour" mono placeholder="09:00" check={clockProblem} />
      <TextOf edit={edit} of="to" label="Until" meaning="Hour" mono placeholder="17:00" check={clockProblem} />
    </div>
    <div className="form-pair">
      <NumberOf edit={edit} of="minimumDays" label="Earliest" meaning="Days ahead" {...anyDays} />
      <NumberOf edit={edit} of="maximumDays" label="Latest" meaning="Days ahead" {...anyDays} />
    </div>
  </>
);

const anyDays = { min: -36_500, max: 36_500, whole: true, optional: true, placeholder: 'any' } as const;

const clockProblem = (typed: string): string | null =>
  typed === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(typed) ? null : 'Expected hours and minutes, as 09:30.';

type WeekdaysProps = { readonly chosen: readonly Weekday[]; readonly onChoose: (days: readonly Weekday[]) => void };

/** None chosen means any. */
const Weekdays = ({ chosen, onChoose }: WeekdaysProps) => (
  <div role="group" aria-label="Weekdays">
    <div className="field-head">
      <span className="field-label">Weekdays</span>
      <span className="field-meaning">None: any day</span>
    </div>
    <div className="weekdays">
      {weekdays.map((day) => {
        const isChosen = chosen.includes(day);
        return (
          <button
            key={day}
            type="button"
            aria-pressed={isChosen}
            aria-label={day}
            onClick={() => onChoose(weekdays.filter((one) => (one === day ? !isChosen : chosen.includes(one))))}
          >
            {day.slice(0, 2)}
          </button>
        );
      })}
    </div>
  </div>
);
