import { Languages, PanelBottomOpen, Trash2 } from 'lucide-react';
import { visibleText } from '../../shared/explain/visible-text.ts';
import { freeNumbered } from '../../shared/model/ids.ts';
import { languageName } from '../translations/language-name.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { addWorld, removeWorld, renameRefusal, renameWorld } from '../worlds/world-commands.ts';
import { addEnvironment, removeEnvironment, renameEnvironment } from './data/environment-commands.ts';
import { useWrite, type Refusal } from './edit.ts';
import { AddButton } from './fields/add-button.tsx';
import { FieldRow, RowEnd } from './fields/field-row.tsx';
import { Section } from './fields/section.tsx';
import { TextField } from './fields/text-field.tsx';

const none: readonly never[] = [];

/** What belongs to the whole talk: its languages, the worlds examples come from, the environments services are in. */
export const ScenarioSettings = () => (
  <>
    <LanguageList />
    <WorldList />
    <EnvironmentList />
  </>
);

function LanguageList() {
  const { ui } = useStudio();
  const languages = useEditor((state) => state.document.scenario.languages);
  const others = languages?.others ?? none;
  return (
    <Section title="Languages" name="scenario.languages" count={others.length} startsOpen={false}>
      <p className="section-note">
        {languages === undefined
          ? 'Messages are written in one language. A table shows it beside every translation.'
          : `Written in ${languageName(languages.base)}${others.length === 0 ? '' : `, translated into ${others.map(languageName).join(', ')}`}.`}
      </p>
      <AddButton icon={Languages} label="Open translations" onPress={() => ui.openDialog({ kind: 'translations' })} />
    </Section>
  );
}

function WorldList() {
  const { editor, ui } = useStudio();
  const write = useWrite();
  const worlds = useEditor((state) => state.document.scenario.worlds) ?? none;
  const refusal = (id: string, typed: string): Refusal => renameRefusal(editor.getState().document, id, typed);
  return (
    <Section
      title="Worlds"
      name="scenario.worlds"
      count={worlds.length}
      startsOpen={false}
      end={
        <IconButton icon={PanelBottomOpen} label="Show the table of worlds" onClick={() => ui.showBottom('worlds')} />
      }
      add={{
        label: 'Add world',
        onPress: () => void write(addWorld(editor.getState().document, 'happy').command),
      }}
    >
      <p className="section-note">
        Named sets of example answers, switched while talking. A deleted one takes its examples along.
      </p>
      {worlds.map(({ id, name }) => (
        <FieldRow
          key={id}
          end={
            <IconButton
              icon={Trash2}
              label={`Delete world ${name}`}
              onClick={() => void write(removeWorld(editor.getState().document, id))}
            />
          }
        >
          <TextField
            label={`World ${name}`}
            meaning="What the set is called"
            isLabelHidden
            text={name}
            place={`scenario/worlds/${id}`}
            troubles={[]}
            check={(typed) => refusal(id, typed)}
            write={(typed) => refusal(id, typed) ?? write(renameWorld(editor.getState().document, id, typed))}
          />
        </FieldRow>
      ))}
    </Section>
  );
}

function EnvironmentList() {
  const { editor } = useStudio();
  const write = useWrite();
  const names = useEditor((state) => state.document.scenario.environments) ?? none;
  const refusal = (name: string, typed: string): Refusal => {
    if (typed.trim() === '') return 'Give it a name.';
    const taken = editor.getState().document.scenario.environments ?? [];
    return typed !== name && taken.includes(typed) ? 'There is already such an environment.' : null;
  };
  const add = (): void => {
    const { document } = editor.getState();
    const name = freeNumbered('environment', ' ', (wanted) => (document.scenario.environments ?? []).includes(wanted));
    write(addEnvironment(document, name));
  };
  return (
    <Section
      title="Environments"
      name="scenario.environments"
      count={names.length}
      startsOpen={false}
      add={{ label: 'Add environment', onPress: add }}
    >
      <p className="section-note">Local, staging, production: each integration says what differs there.</p>
      {names.map((name, index) => (
        // Keyed by place, as the name itself is being written.
        <FieldRow
          key={index}
          end={
            <RowEnd
              label={`Remove environment ${visibleText(name)}`}
              onPress={() => void write(removeEnvironment(editor.getState().document, name))}
            />
          }
        >
          <TextField
            label={`Environment ${index + 1}`}
            meaning="What it is called"
            isLabelHidden
            text={name}
            place={`scenario/environments/${index}`}
            troubles={[]}
            check={(typed) => refusal(name, typed)}
            write={(typed) => refusal(name, typed) ?? write(renameEnvironment(editor.getState().document, name, typed))}
          />
        </FieldRow>
      ))}
    </Section>
  );
}
