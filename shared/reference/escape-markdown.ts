/**
 * A value put into message text, so that it shows as it is: characters with a meaning in markdown or HTML get a
 * backslash, which every CommonMark reader takes away again.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\](){}<>&|~!]/g, '\\$&');
}
