import { asId } from '../../shared/model/ids.ts';
import { useEditor } from '../state/studio.ts';
import { ConditionsSection } from './conditions/conditions-section.tsx';
import { listOf, textOf, useScenarioEdit } from './edit.ts';
import { InterpreterField } from './fields/interpreter-field.tsx';
import { NumberField } from './fields/number-field.tsx';
import { Section } from './fields/section.tsx';
import { SwitchField } from './fields/switch-field.tsx';
import { TextField } from './fields/text-field.tsx';
import { ScenarioSettings } from './lazy-forms.ts';
import { InspectorHeader } from './inspector-header.tsx';
import { ScenarioLists } from './scenario-lists.tsx';

const tenYears = 10 * 365 * 24 * 60;

/** The whole project: shown while nothing else is selected, and the way to everything that has no place on the canvas. */
export function ScenarioForm() {
  const scenario = useEditor((state) => state.document.scenario);
  const edit = useScenarioEdit(scenario);
  const { sessionLifetime } = scenario;
  return (
    <>
      <InspectorHeader id={asId(scenario.id)} name={textOf(edit, 'name')} remove={null} />
      <div className="form-top">
        <TextField
          label="Description"
          meaning="For your team; it changes nothing"
          lines
          {...textOf(edit, 'description')}
        />
      </div>
      <ScenarioLists />
      <ScenarioSettings />
      <Section title="Session" name="scenario.session" fields="interpreter sessionLifetime" startsOpen={false}>
        <InterpreterField
          value={scenario.interpreter}
          inherited="The built-in one"
          onValue={(interpreter) => edit.set({ interpreter })}
        />
        <NumberField
          label="Session lifetime"
          meaning="Minutes of silence until it expires"
          placeholder="Never"
          optional
          value={sessionLifetime === null ? null : sessionLifetime / 60}
          min={0.1}
          max={tenYears}
          onValue={(minutes) =>
            edit.set({ sessionLifetime: minutes === null ? null : minutes * 60 }, 'sessionLifetime')
          }
          place={edit.place('sessionLifetime')}
          troubles={edit.troubles('sessionLifetime')}
        />
        <SwitchField
          label="Strict comparison"
          meaning="5 and “5” differ, as in older systems"
          value={scenario.strict}
          onValue={(strict) => edit.set({ strict })}
        />
        <SwitchField
          label="Missing is empty"
          meaning="As older systems read it"
          value={scenario.typedEmpty}
          onValue={(typedEmpty) => edit.set({ typedEmpty })}
        />
      </Section>
      <ConditionsSection
        name="scenario"
        purpose="Nothing is recognised unless all of these hold."
        list={listOf(edit, 'conditions')}
      />
    </>
  );
}
