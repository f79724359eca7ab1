import DOMPurify, { type Config } from 'dompurify';
import MarkdownIt, { type Renderer } from 'markdown-it';

/** What a message may be made of: words and their shape. Nothing that loads, runs, leads away or styles itself. */
const allowed = {
  ALLOWED_TAGS:
    'p br hr strong em s code pre blockquote ul ol li h1 h2 h3 h4 h5 h6 table thead tbody tr th td span'.split(' '),
  ALLOWED_ATTR: ['class', 'start'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
} satisfies Config;

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: true });

/**
 * Message text as markup for `innerHTML`: a renderer that lets no HTML through, then a sanitizer that would not either.
 * In Chromium the answer is a TrustedHTML, the only thing the page takes there. Addresses are shown, never followed:
 * nobody leaves the app by reading a message.
 */
export const renderMarkdown = (text: string): string =>
  DOMPurify.sanitize(markdown.render(text), { ...allowed, RETURN_TRUSTED_TYPE: true }) as unknown as string;

const escape = markdown.utils.escapeHtml;
const address = (url: string | number | null): string =>
  typeof url !== 'string' || url === '' ? '' : ` <span class="message-address">${escape(url)}</span>`;

const rules: Renderer['rules'] = markdown.renderer.rules;
rules['link_open'] = () => '<span class="message-link">';
rules['link_close'] = (tokens, index) => {
  const open = tokens.slice(0, index).findLast(({ type }) => type === 'link_open');
  const shown = tokens[index - 1]?.content ?? '';
  const url = open?.attrGet('href') ?? null;
  // An address that is its own text is not said twice.
  return `</span>${url === shown ? '' : address(url)}`;
};
rules['image'] = (tokens, index) => {
  const image = tokens[index];
  return `<span class="message-link">${escape(image?.content ?? '')}</span>${address(image?.attrGet('src') ?? null)}`;
};
