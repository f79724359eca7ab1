import { Button } from '@mantine/core';
import { X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { translationsPut } from '../../shared/commands/translations-put.ts';
import {
  isLanguageTag,
  languagesOf,
  removeLanguage,
  type Languages,
} from '../../shared/exchange/translations/translation-change.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import { languageName } from './language-name.ts';
import type { LanguageCount } from './table-rows.ts';

type LanguageBarProps = { readonly base: string; readonly counts: readonly LanguageCount[] };

/** The language the scenario is written in, and those it is translated into. */
export function LanguageBar({ base, counts }: LanguageBarProps) {
  const studio = useStudio();
  const languages = useEditor(({ document }) => document.scenario.languages);
  const { others } = languagesOf(studio.editor.getState().document);
  const remove = (language: string): void => {
    const removed = studio.editor.execute(
      translationsPut(`Remove ${language}`, removeLanguage(studio.editor.getState().document, language)),
      null,
      true,
    );
    if (removed.ok)
      studio.ui.notify('info', `${languageName(language)} is gone with its translations. Undo brings it back.`);
  };
  const speak = (label: string, spoken: Languages): void =>
    void studio.editor.execute(translationsPut(label, { languages: spoken, puts: [] }), null, true);
  return (
    <div className="languages">
      <TagForm
        key={`base ${base}`}
        label="Written in"
        button="Change"
        initial={languages === undefined ? '' : base}
        placeholder={base}
        taken={others}
        onTag={(tag) => speak(`Written in ${tag}`, { base: tag, others })}
      />
      <TagForm
        key={`add ${others.length}`}
        label="Add a language"
        button="Add"
        initial=""
        placeholder="de"
        taken={[base, ...others]}
        onTag={(tag) => speak(`Add ${tag}`, { base, others: [...others, tag] })}
      />
      <ul className="languages-others" aria-label="Translated into">
        {counts.map(({ language, missing, warned }) => (
          <li key={language}>
            <strong>{languageName(language)}</strong>
            <span>{missing === 0 ? 'whole' : `${missing} missing`}</span>
            {warned > 0 && <span className="languages-warned">{warned} to check</span>}
            <button type="button" aria-label={`Remove ${languageName(language)}`} onClick={() => remove(language)}>
              <X size={13} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

type TagFormProps = {
  readonly label: string;
  readonly button: string;
  readonly initial: string;
  readonly placeholder: string;
  readonly taken: readonly string[];
  readonly onTag: (tag: string) => void;
};

function TagForm({ label, button, initial, placeholder, taken, onTag }: TagFormProps) {
  const [tag, setTag] = useState(initial);
  const wanted = tag.trim();
  const isTaken = taken.some((one) => one.toLowerCase() === wanted.toLowerCase());
  const trouble =
    wanted === '' || wanted === initial
      ? null
      : isTaken
        ? 'It is here already.'
        : isLanguageTag(wanted)
          ? null
          : 'A tag such as de, pt-BR or zh-Hant.';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (trouble === null && wanted !== '' && wanted !== initial) onTag(wanted);
  };
  return (
    <form className="language-form" onSubmit={submit}>
      <label>
        <span>{label}</span>
        <input
          value={tag}
          placeholder={placeholder}
          maxLength={40}
          spellCheck={false}
          data-autofocus={initial === '' && button === 'Add' ? true : undefined}
          aria-invalid={trouble !== null}
          onChange={(event) => setTag(event.currentTarget.value)}
        />
      </label>
      {wanted !== '' && wanted !== initial && trouble === null && (
        <Button type="submit" variant="default">
          {button} {languageName(wanted)}
        </Button>
      )}
      {trouble !== null && <span className="language-trouble">{trouble}</span>}
    </form>
  );
}
