import type { ActionOf } from '../../../../shared/model/action-record.ts';
import { CodeField } from '../../../code-editor/code-field.tsx';
import { textOf, type Edit } from '../../edit.ts';
import { Section } from '../../fields/section.tsx';
import { SwitchField } from '../../fields/switch-field.tsx';
import { ChoiceOf, NumberOf, TextOf } from '../bound-fields.tsx';
import { codeNames } from '../code-names.ts';
import { IntegrationChoice } from '../integration-choice.tsx';

const engines = [
  { value: 'sqlite', label: 'SQLite' },
  { value: 'postgres', label: 'PostgreSQL' },
] as const;

/** What a database is asked. */
export function DatabaseFields({ edit }: { readonly edit: Edit<ActionOf<'database'>> }) {
  const { engine, integration, readOnly = true } = edit.value;
  const { text, write, troubles } = textOf(edit, 'query');
  return (
    <Section title="Query" name="actions.database" fields="sql">
      <ChoiceOf edit={edit} of="engine" label="Database" meaning="Who is asked" choices={engines} />
      {engine === 'sqlite' ? (
        <TextOf
          edit={edit}
          of="file"
          label="File"
          meaning="Beside the scenario"
          mono
          placeholder="Empty: the sample database"
        />
      ) : (
        <IntegrationChoice
          meaning="Its base URL: postgres://host:port/database"
          none="Choose one"
          value={integration}
          troubles={edit.troubles('integration')}
          onChoose={(chosen) => edit.set({ integration: chosen })}
        />
      )}
      <CodeField
        label="SQL"
        meaning="$name is bound, never pasted in"
        language="sql"
        names={codeNames(edit.value)}
        text={text}
        write={write}
        troubles={troubles}
        placeholder="SELECT name FROM products WHERE id = $productId"
      />
      <NumberOf edit={edit} of="rowLimit" label="Rows" meaning="At most" min={1} max={10_000} whole />
      <SwitchField
        label="May write"
        meaning="Off: nothing is changed there"
        value={!readOnly}
        onValue={(on) => edit.set({ readOnly: on ? false : undefined })}
      />
    </Section>
  );
}
