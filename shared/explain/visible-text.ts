/**
 * What would hide or reorder what stands around it, or show as nothing: controls, direction marks and overrides,
 * zero-width characters, lone surrogates. The first part lets joined emoji through.
 */
const unseen =
  /\p{Extended_Pictographic}[\p{Emoji_Modifier}\ufe0f]?\u200d(?=\p{Extended_Pictographic})|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The text with every such character as a mark, so that what is shown is what there is. */
export const visibleText = (text: string): string =>
  text.replace(unseen, (found) => (isJoinedEmoji(found) ? found : (marks[found] ?? `⟨${codeOf(found)}⟩`)));

const isJoinedEmoji = (found: string): boolean => found.length > 1 && found.endsWith('\u200d');

const marks: Readonly<Record<string, string>> = { '\n': '↵', '\t': '⇥', '\r': '␍' };

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
