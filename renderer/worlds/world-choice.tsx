import { useEditor, useRun, useStudio } from '../state/studio.ts';
import { ChoiceControl } from '../inspector/fields/choice-field.tsx';
import { TalkLanguage } from '../translations/talk-language.tsx';
import './world-choice.css';

const noWorlds: readonly never[] = [];

/** Where answers come from: the world of examples while mocked, the environment while live. Counts from the next action. */
export function WorldChoice() {
  const { run } = useStudio();
  const mode = useRun((state) => state.mode);
  const world = useRun((state) => state.world);
  const environment = useRun((state) => state.environment);
  const worlds = useEditor((state) => state.document.scenario.worlds) ?? noWorlds;
  const environments = useEditor((state) => state.document.scenario.environments) ?? noWorlds;
  // Whatever was deleted meanwhile is not chosen any more.
  const known = worlds.some(({ id }) => id === world) ? world : null;
  const knownEnvironment = environments.includes(environment as never) ? environment : null;
  return (
    <>
      {worlds.length > 0 && (
        <label className="world-choice" data-idle={mode === 'live' || undefined}>
          <span>World</span>
          <ChoiceControl
            control={{ 'aria-label': 'World of examples' }}
            value={known ?? ''}
            choices={[
              { value: '', label: 'Every world' },
              ...worlds.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChoose={(chosen) => void run.setWorld(chosen === '' ? null : chosen)}
          />
        </label>
      )}
      {environments.length > 0 && (
        <label className="world-choice" data-idle={mode === 'mock' || undefined}>
          <span>Environment</span>
          <ChoiceControl
            control={{ 'aria-label': 'Environment of integrations' }}
            value={knownEnvironment ?? ''}
            choices={[
              { value: '', label: 'As they stand' },
              ...environments.map((name) => ({ value: name, label: name })),
            ]}
            onChoose={(chosen) => void run.setEnvironment(chosen === '' ? null : chosen)}
          />
        </label>
      )}
    </>
  );
}

/** The same in a bar of its own; nothing while there is nothing to choose. */
export function WorldBar() {
  const hasChoice = useEditor(({ document: { scenario } }) =>
    [scenario.worlds, scenario.environments, scenario.languages?.others].some((choices = []) => choices.length > 0),
  );
  return hasChoice ? (
    <div className="world-bar" role="group" aria-label="Who answers in this talk">
      <WorldChoice />
      <TalkLanguage />
    </div>
  ) : null;
}
