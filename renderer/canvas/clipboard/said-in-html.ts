/** A text that is written as a page: tags around all of it. */
export const looksLikeHtml = (text: string): boolean =>
  /^\s*<(?:!doctype\s+html|[a-z][a-z0-9-]*)(?:\s[^<>]*)?>[\s\S]*<\/[a-z][a-z0-9-]*>\s*$/i.test(text);

const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const ends = /<(?:\/(?:p|div|li|h[1-6]|tr|section|article|blockquote)|br\s*\/?)>/gi;

/** What people would read of it, a paragraph a line. Nothing of it is ever shown as a page. */
export function saidInHtml(html: string): string {
  const visible = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|head|template)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/\s+/g, ' ')
    .replace(ends, '\n')
    .replace(/<[^<>]*>/g, '');
  return visible
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return marks[name.toLowerCase()] ?? whole;
        const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    )
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
