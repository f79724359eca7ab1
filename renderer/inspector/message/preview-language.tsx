import type { Message } from '../../../shared/model/intent-record.ts';
import { translationCells } from '../../../shared/exchange/translations/translation-rows.ts';
import { useStudio } from '../../state/studio.ts';
import { languageName } from '../../translations/language-name.ts';
import { ChoiceControl } from '../fields/choice-field.tsx';
import type { ShownLanguage } from './use-shown-language.ts';

type PreviewLanguageProps = ShownLanguage & { readonly message: Message; readonly name: string };

/** The language a message is looked at in, and how much of it is not said in that one yet; nothing while there is one only. */
export function PreviewLanguage({ shown, base, others, message, name }: PreviewLanguageProps) {
  const { run } = useStudio();
  if (others.length === 0) return null;
  const cells = shown === null ? [] : [...translationCells(message, shown).values()];
  const missing = cells.filter(({ state }) => state !== 'translated').length;
  return (
    <span className="preview-language">
      {missing > 0 && (
        <span className="preview-missing">
          {missing} of {cells.length} not translated
        </span>
      )}
      <ChoiceControl
        control={{ 'aria-label': `Language of ${name.toLowerCase()} as people see it` }}
        value={shown ?? ''}
        choices={[
          { value: '', label: languageName(base) },
          ...others.map((other) => ({ value: other, label: languageName(other) })),
        ]}
        onChoose={(chosen) => void run.setLanguage(chosen === '' ? null : chosen)}
      />
    </span>
  );
}
