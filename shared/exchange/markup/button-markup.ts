import { isJsonObject, asText } from '../../base/json.ts';
import { parseStyled } from '../../values/styled-text.ts';
import { flagOffIn, listOf, textIn, textInTag, type MarkupField } from './markup-field.ts';
import { escapeXml } from './parse-xml.ts';
import { isTrue, readButtonText } from './said-text.ts';
import type { ElementReader } from './element-reader.ts';

/** The words on a button, some of which may be marked. */
const words: MarkupField = {
  in: 'content',
  spread: true,
  read: (reader) => {
    const child = reader.child(['text']);
    if (child === null) return { text: '' };
    const { text, styled } = readButtonText(child);
    child.end();
    return styled ? { text, styled } : { text };
  },
  print: (button) => {
    if (!isJsonObject(button)) return '';
    const text = asText(button['text']);
    const printed = button['styled'] === true ? printStyled(text) : escapeXml(text);
    return printed === '' ? '' : `<text>${printed}</text>`;
  },
};

/** What a button does besides calling back has an element of its own for each kind. */
const target: MarkupField = {
  in: 'content',
  read: (reader) => {
    const tabSwitch = reader.child(['tab_switch']);
    const download = reader.child(['download']);
    const link = linkTarget(reader.child(['link']));
    const call = reader.child(['click_to_call']);
    const phone = call?.text() ?? '';
    call?.end();
    if (tabSwitch !== null && isOn(tabSwitch)) return { kind: 'tabSwitch' };
    if (download !== null && isOn(download)) return { kind: 'download' };
    return link ?? (call === null ? undefined : { kind: 'call', phone });
  },
  print: (value) => {
    if (!isJsonObject(value)) return '';
    const text = (field: string): string => escapeXml(value[field] ?? '');
    switch (value['kind']) {
      case 'link':
        return `<link${value['newTab'] === true ? ' new_tab="true"' : ''}>${text('url')}</link>`;
      case 'call':
        return `<click_to_call>${text('phone')}</click_to_call>`;
      default:
        return value['kind'] === 'download' ? '<download>true</download>' : '<tab_switch>true</tab_switch>';
    }
  },
};

function linkTarget(link: ElementReader | null): { kind: 'link'; url: string; newTab?: true } | undefined {
  if (link === null) return undefined;
  const isNewTab = isTrue(link.attribute(['new_tab']));
  const url = link.text();
  link.end();
  return isNewTab ? { kind: 'link', url, newTab: true } : { kind: 'link', url };
}

/** The element alone says it; only an outright no takes it back. */
const isOn = (reader: ElementReader): boolean => !/^(?:false|0)$/i.test(reader.text());

const tags = { plain: null, bold: 'b', italic: 'i', underlined: 'u' } as const;

const printStyled = (text: string): string =>
  parseStyled(text)
    .map(({ text: said, style }) => {
      const tag = tags[style];
      return tag === null ? escapeXml(said) : `<${tag}>${escapeXml(said)}</${tag}>`;
    })
    .join('');

export const buttonsIn: MarkupField = listOf('button', {
  style: textInTag('type'),
  words,
  callback: textIn('callback'),
  value: textIn('value'),
  target,
  display: flagOffIn('display'),
});
