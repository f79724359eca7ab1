import { childIds, type Document } from '../../model/document.ts';
import { blockTexts, isLink, isOnlyReferences, isSaid, type TextRole } from '../../model/block-texts.ts';
import type { IntentId, MessageId } from '../../model/ids.ts';
import type { IntentRecord, Message } from '../../model/intent-record.ts';

/** One text people read, once for each message that says it. */
export type TranslationRow = {
  readonly intent: IntentId;
  readonly message: MessageId;
  readonly text: string;
  readonly role: TextRole;
  /** Names of conversation, scene, turn and intent. */
  readonly where: readonly string[];
};

/** What is translated although the message no longer says it: most often an earlier wording. */
export type LeftTranslation = Pick<TranslationRow, 'intent' | 'message' | 'text' | 'where'> & {
  readonly language: string;
  readonly translated: string;
};

export type TranslationCell =
  | { readonly state: 'translated'; readonly translated: string }
  /** Nothing yet; said in the language of the scenario. */
  | { readonly state: 'missing' }
  /** Missing, but the message has a translation of an earlier wording, `of`. */
  | { readonly state: 'outdated'; readonly translated: string; readonly of: string };

/**
 * Every text with words in it, in the order of the talk, and where links and numbers lead, which few languages have
 * otherwise. A text that is one reference reads the same everywhere.
 */
export function translationRows(document: Document): readonly TranslationRow[] {
  return intentsInOrder(document).flatMap(({ intent, where }) =>
    intent.messages.flatMap((message) =>
      translatableTexts(message).map((text) => ({ intent: intent.id, message: message.id, where, ...text })),
    ),
  );
}

/** Translations nobody will hear, language by language. */
export function leftTranslations(document: Document): readonly LeftTranslation[] {
  return intentsInOrder(document).flatMap(({ intent, where }) =>
    intent.messages.flatMap((message) => {
      const said = new Set(translatableTexts(message).map(({ text }) => text));
      return Object.entries(message.translations ?? {}).flatMap(([language, texts]) =>
        Object.entries(texts).flatMap(([text, translated]) =>
          said.has(text) ? [] : [{ intent: intent.id, message: message.id, where, text, language, translated }],
        ),
      );
    }),
  );
}

/** How a message stands in one language, text by text. Earlier wordings go to what is missing, in order. */
export function translationCells(message: Message, language: string): ReadonlyMap<string, TranslationCell> {
  const texts = message.translations?.[language] ?? {};
  const said = translatableTexts(message);
  const left = Object.entries(texts).filter(
    ([text, translated]) => !said.some((one) => one.text === text) && translated !== '',
  );
  return new Map(
    said.map(({ text, role }): [string, TranslationCell] => {
      const translated = Object.hasOwn(texts, text) ? texts[text] : undefined;
      if (translated !== undefined && translated !== '') return [text, { state: 'translated', translated }];
      // A link is no wording, so it has no earlier one.
      const [of, old] = isSaid(role) ? (left.shift() ?? []) : [];
      if (of === undefined || old === undefined) return [text, { state: 'missing' }];
      return [text, { state: 'outdated', translated: old, of }];
    }),
  );
}

function translatableTexts(message: Message): { readonly text: string; readonly role: TextRole }[] {
  const texts = message.blocks.flatMap((block) => blockTexts(block));
  const seen = new Set<string>();
  return texts.filter(({ text, role }) => {
    const isWanted = (isSaid(role) || isLink(role)) && !isOnlyReferences(text) && !seen.has(text);
    if (isWanted) seen.add(text);
    return isWanted;
  });
}

type Placed = { readonly intent: IntentRecord; readonly where: readonly string[] };

function intentsInOrder(document: Document): readonly Placed[] {
  const { conversations, scenes, turns, intents } = document.tables;
  const visit = (id: string, where: readonly string[]): Placed[] =>
    childIds(document, id).flatMap((child) => {
      const intent = intents.get(child);
      if (intent !== undefined) return [{ intent, where: [...where, intent.name] }];
      const level = conversations.get(child) ?? scenes.get(child) ?? turns.get(child);
      return level === undefined ? [] : visit(child, [...where, level.name]);
    });
  return visit(document.scenario.id, []);
}
