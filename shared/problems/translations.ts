import { blockTexts, isLink, isOnlyReferences, isSaid, type TextRole } from '../model/block-texts.ts';
import type { Message } from '../model/intent-record.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';

/** Translations that nobody will hear: of texts the message no longer says, and into languages nobody asked for. */
export const unheardTranslation: Rule = (document) => {
  const languages = new Set(document.scenario.languages?.others ?? []);
  const problems: Problem[] = [];
  for (const intent of document.tables.intents.values())
    for (const message of intent.messages) {
      const said = new Set([...textsOf(message, isSaid), ...textsOf(message, isLink)]);
      for (const [language, texts] of Object.entries(message.translations ?? {})) {
        const stale = Object.keys(texts).filter((text) => !said.has(text)).length;
        if (languages.has(language) && stale === 0) continue;
        const sentence = languages.has(language)
          ? `${stale} of the ${language} texts of “${intent.name}” translate something it no longer says.`
          : `“${intent.name}” is translated into ${language}, which the scenario does not speak. Add the language, or remove the texts.`;
        problems.push({
          code: 'P033-unheard-translation',
          severity: 'warning',
          ref: message.id,
          field: 'translations',
          sentence,
        });
      }
    }
  return problems;
};

/** Texts that will be said in the language of the scenario although the person speaks another. */
export const untranslatedText: Rule = (document) => {
  const languages = document.scenario.languages?.others ?? [];
  if (languages.length === 0) return [];
  const problems: Problem[] = [];
  for (const intent of document.tables.intents.values())
    for (const message of intent.messages) {
      const said = [...textsOf(message, isSaid)];
      const missing = languages.filter((language) => {
        const texts = message.translations?.[language] ?? {};
        return said.some((text) => !Object.hasOwn(texts, text) || texts[text] === '');
      });
      if (missing.length === 0) continue;
      const sentence = `“${intent.name}” is not whole in ${missing.join(', ')}; what is missing is said in the language of the scenario.`;
      problems.push({
        code: 'P034-untranslated-text',
        severity: 'warning',
        ref: message.id,
        field: 'translations',
        sentence,
      });
    }
  return problems;
};

/** Texts with words in them; a text that is one reference reads the same in every language. */
const textsOf = (message: Message, isWanted: (role: TextRole) => boolean): ReadonlySet<string> =>
  new Set(
    message.blocks.flatMap((block) =>
      blockTexts(block).flatMap(({ text, role }) => (isWanted(role) && !isOnlyReferences(text) ? [text] : [])),
    ),
  );
