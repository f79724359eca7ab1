import { recordIn, type Document } from '../../model/document.ts';
import type { IntentRecord, Message } from '../../model/intent-record.ts';
import type { RecordPut } from '../../model/record-tables.ts';
import { translationCells, type LeftTranslation } from './translation-rows.ts';

/** One text in one language; an empty one takes the translation away. */
export type TranslationEdit = {
  readonly intent: string;
  readonly message: string;
  readonly text: string;
  readonly language: string;
  readonly translated: string;
};

export type Languages = { readonly base: string; readonly others: readonly string[] };

/** What becomes of the languages (null: they stay) and of the intents, as one step. */
export type TranslationChange = { readonly languages: Languages | null; readonly puts: readonly RecordPut[] };

export const languagesOf = (document: Document): Languages => {
  const { base, others } = document.scenario.languages ?? { base: 'en', others: [] };
  return { base, others };
};

/** A language tag such as `de`, `pt-BR` or `zh-Hant-TW`. */
export const isLanguageTag = (text: string): boolean => /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/.test(text);

/** The intents with all edits done. A translation of an earlier wording that one of them replaces goes with it. */
export function translate(document: Document, edits: readonly TranslationEdit[]): TranslationChange {
  const byIntent = new Map<string, TranslationEdit[]>();
  for (const edit of edits) byIntent.set(edit.intent, [...(byIntent.get(edit.intent) ?? []), edit]);
  const puts = [...byIntent].flatMap(([id, own]): RecordPut[] => {
    const intent = recordIn(document, 'intents', id);
    if (intent === undefined) return [];
    return [
      putOf(intent, (message) => own.filter((edit) => edit.message === message.id).reduce(withTranslation, message)),
    ];
  });
  return { languages: null, puts };
}

const putOf = (intent: IntentRecord, change: (message: Message) => Message): RecordPut => ({
  table: 'intents',
  record: { ...intent, messages: intent.messages.map(change) },
});

function withTranslation(message: Message, { text, language, translated }: TranslationEdit): Message {
  const cell = translationCells(message, language).get(text);
  const old = cell?.state === 'outdated' && translated !== '' ? cell.of : null;
  const kept = Object.entries(message.translations?.[language] ?? {}).filter(([key]) => key !== text && key !== old);
  return withTexts(message, language, translated === '' ? kept : [...kept, [text, translated]]);
}

type Texts = readonly (readonly [text: string, translated: string])[];

/** A language with no texts, and a message with no languages, leave nothing behind. */
function withTexts({ translations, ...message }: Message, language: string, texts: Texts): Message {
  const others = Object.entries(translations ?? {}).filter(([name]) => name !== language);
  const all = [...others, ...(texts.length === 0 ? [] : [[language, Object.fromEntries(texts)] as const])];
  return all.length === 0 ? message : { ...message, translations: Object.fromEntries(all) };
}

/** Takes away what nobody will hear. */
export const forgetLeft = (document: Document, left: readonly LeftTranslation[]): TranslationChange =>
  translate(
    document,
    left.map(({ intent, message, text, language }) => ({ intent, message, text, language, translated: '' })),
  );

/** The scenario no longer speaks it, and what was translated into it goes. */
export function removeLanguage(document: Document, language: string): TranslationChange {
  const { base, others } = languagesOf(document);
  const puts = [...document.tables.intents.values()].flatMap((intent): RecordPut[] => {
    const isIn = intent.messages.some(({ translations }) => translations?.[language] !== undefined);
    return isIn ? [putOf(intent, (message) => withTexts(message, language, []))] : [];
  });
  return { languages: { base, others: others.filter((other) => other !== language) }, puts };
}
