import { listOf, textOf, useRecordEdit } from './edit.ts';
import { BehavioursField, type BehaviourMeanings } from './fields/behaviours-field.tsx';
import { InterpreterField } from './fields/interpreter-field.tsx';
import { Section } from './fields/section.tsx';
import { TextField } from './fields/text-field.tsx';
import { InspectorHeader } from './inspector-header.tsx';
import { ConditionsSection } from './conditions/conditions-section.tsx';
import { HeldLevels } from './held-levels.tsx';
import { OriginsField } from './origins-field.tsx';
import type { TurnRecord } from '../../shared/model/design-records.ts';
import { useEditor } from '../state/studio.ts';

type LevelTable = 'conversations' | 'scenes' | 'turns';

const meanings: Readonly<Record<LevelTable, BehaviourMeanings>> = {
  conversations: {
    STARTING: 'The talk can begin here',
    COMPLETING: 'Ends after each answer',
  },
  scenes: {
    STARTING: 'Its conversation begins here',
    COMPLETING: 'Ends after each answer',
  },
  turns: {
    STARTING: 'Its scene begins here',
    OPEN: 'Can be entered at any time',
    COMPLETING: 'Ends after its answer',
  },
};
const words: Readonly<Record<LevelTable, string>> = { conversations: 'conversation', scenes: 'scene', turns: 'turn' };

/** A conversation, a scene or a turn. */
export function LevelForm({ table, id }: { readonly table: LevelTable; readonly id: string }) {
  const record = useEditor((state) => state.document.tables[table].get(id));
  return record === undefined ? null : <LevelFields table={table} record={record as TurnRecord} />;
}

/** A turn has all fields the other two have. */
function LevelFields({ table, record }: { readonly table: LevelTable; readonly record: TurnRecord }) {
  const edit = useRecordEdit(table as 'turns', record);
  const word = words[table];
  return (
    <>
      <InspectorHeader
        id={record.id}
        name={textOf(edit, 'name')}
        remove={{ label: `Delete ${word}`, ids: [record.id] }}
      />
      <div className="form-top">
        <TextField
          label="Description"
          meaning="For your team; it changes nothing"
          lines
          {...textOf(edit, 'description')}
        />
      </div>
      <Section title="Behaviour" name={`${table}.behaviour`}>
        <BehavioursField
          value={record.behaviors}
          meanings={meanings[table]}
          onValue={(behaviors) => edit.set({ behaviors })}
        />
      </Section>
      <ConditionsSection
        name={table}
        purpose={`This ${word} is entered only when all of these hold.`}
        list={listOf(edit, 'conditions')}
      />
      {table === 'turns' && <OriginsField edit={edit} />}
      <HeldLevels table={table} id={record.id} />
      <Section
        title="Interpretation"
        name={`${table}.interpretation`}
        fields="interpreter"
        startsOpen={record.interpreter !== null}
      >
        <InterpreterField
          value={record.interpreter}
          inherited="As the level above"
          onValue={(interpreter) => edit.set({ interpreter })}
        />
      </Section>
    </>
  );
}
