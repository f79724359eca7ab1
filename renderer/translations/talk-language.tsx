import { ChoiceControl } from '../inspector/fields/choice-field.tsx';
import { useEditor, useRun, useStudio } from '../state/studio.ts';
import { languageName } from './language-name.ts';

/** The language the talk is in, from the next message on and in the next talk; nothing while there is one only. */
export function TalkLanguage() {
  const { run } = useStudio();
  const languages = useEditor(({ document }) => document.scenario.languages);
  const language = useRun((state) => state.language);
  if (languages === undefined || languages.others.length === 0) return null;
  const known = languages.others.includes(language ?? '') ? (language ?? '') : '';
  return (
    <label className="world-choice">
      <span>Language</span>
      <ChoiceControl
        control={{ 'aria-label': 'Language of the talk' }}
        value={known}
        choices={[
          { value: '', label: languageName(languages.base) },
          ...languages.others.map((other) => ({ value: other, label: languageName(other) })),
        ]}
        onChoose={(chosen) => void run.setLanguage(chosen === '' ? null : chosen)}
      />
    </label>
  );
}
