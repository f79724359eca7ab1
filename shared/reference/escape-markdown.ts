/** Characters that may mean markdown or HTML wherever they stand. */
const anywhere = /[\\`*_[\](){}<>&|~!]/g;
/** What makes a heading, a list or a rule, but only where a line starts; a value may start one. */
const atLineStart = /^([ \t]*)(?:([#+\-=.])|(\d{1,9})(?=\.))/gm;
/** Four columns of space at the start of a line would make it code. */
const indent = /^( {3}| {0,3}(?=\t))([ \t])/gm;

/** What most values are made of; such a text means nothing in markdown. */
const harmless = /^[A-Za-z0-9][A-Za-z0-9 ,;:?'"@/%$]*$/;

/**
 * A value put into message text, so that it shows as it is. Every CommonMark reader takes the backslashes away again.
 */
export function escapeMarkdown(text: string): string {
  if (harmless.test(text)) return text;
  return text
    .replace(anywhere, '\\$&')
    .replace(atLineStart, (_, space: string, mark: string | undefined, digits: string | undefined) =>
      mark === undefined ? `${space}${digits ?? ''}\\` : `${space}\\${mark}`,
    )
    .replace(indent, (_, space: string, last: string) => `${space}&#${last === '\t' ? 9 : 32};`);
}

/** The text a person sees: for places that show no markdown, such as a command line or an accessible name. */
export function unescapeMarkdown(text: string): string {
  return text.replace(
    /\\([!-/:-@[-`{-~])|&#(9|32);/g,
    (_, escaped: string | undefined, space: string | undefined) => escaped ?? (space === '9' ? '\t' : ' '),
  );
}
