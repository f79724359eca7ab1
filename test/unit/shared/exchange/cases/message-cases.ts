import { asText, type Json, type JsonObject } from '../../../../../shared/base/json.ts';
import type { BlockOutput } from '../../../../../shared/engine/output.ts';
import { readMarkup } from '../../../../../shared/exchange/markup/read-markup.ts';
import { checkScenario } from '../../../../../shared/problems/check-scenario.ts';
import { anOpenDialogFile, anOpenDialogMessage } from '../../../../builders/open-dialog-file.ts';
import { play } from '../../../../builders/play.ts';
import {
  asList,
  asObject,
  asWord,
  equal,
  holdsThat,
  includes,
  same,
  written,
  type Handler,
  type Outcome,
} from './case-file.ts';
import { app, importFile, user, withNames } from './scenario-of.ts';
import { messageType, webchatData } from './webchat-data.ts';

/** Elements whose names in a case are not those of the markup, or that are attributes there. */
const inTag: ReadonlySet<string> = new Set([
  'view_type',
  'view-type',
  'system',
  'clear_after_interaction',
  'link_new_tab',
]);

const isTrue = (value: Json | undefined): boolean => value === true || value === 'true' || value === '1' || value === 1;

const button = (raw: Json): string => {
  const { text = '', link, new_tab: newTab, type, ...others } = asObject(raw);
  const rest = Object.entries(others).map(([name, value]) => `<${name}>${written(value)}</${name}>`);
  const target = link === undefined ? '' : `<link new_tab="${written(newTab ?? 'false')}">${asText(link)}</link>`;
  return `<button${type === undefined ? '' : ` type="${asText(type)}"`}><text>${asText(text)}</text>${target}${rest.join('')}</button>`;
};

const element = (raw: Json): string => {
  const { options, ...others } = asObject(raw);
  const rest = Object.entries(others).map(([name, value]) => `<${name}>${written(value)}</${name}>`);
  const listed = asList(options).map((option) => {
    const [key, value] = Array.isArray(option) ? asList(option) : [asObject(option)['key'], asObject(option)['value']];
    return `<option><key>${written(key)}</key><value>${written(value)}</value></option>`;
  });
  return `<element>${rest.join('')}${listed.length === 0 ? '' : `<options>${listed.join('')}</options>`}</element>`;
};

/** `{"link": ["https://…", "Words"], "new_tab": "true"}`, or words. */
const part = (raw: Json): string => {
  if (typeof raw === 'string') return raw;
  const { link, new_tab: newTab } = asObject(raw);
  const [url, text] = asList(link);
  return `<link${newTab === undefined ? '' : ` new_tab="${written(newTab)}"`}><url>${asWord(url)}</url><text>${asWord(text)}</text></link>`;
};

const samples: Readonly<Record<string, string>> = {
  text: '<text-message>words</text-message>',
  image: '<image-message><src>s</src></image-message>',
  button: '<button-message><text>x</text><button><text>y</text><callback>c</callback></button></button-message>',
  rich: '<rich-message><text>x</text></rich-message>',
};

/** The markup a case speaks of in its own short form. */
export function markupOf(input: Json): string {
  const { type, ...parts } = asObject(input);
  const name = asWord(type).replace('long_text', 'long-text');
  const tags: string[] = [];
  const inside = Object.entries(parts).map(([key, value]) => {
    if (inTag.has(key)) {
      tags.push(` ${key === 'view_type' ? 'view-type' : key}="${written(value)}"`);
      return '';
    }
    return partOf(key, value, asObject(input));
  });
  return `<${name}-message${tags.join('')}>${inside.join('\n')}</${name}-message>`;
}

function partOf(key: string, value: Json, all: JsonObject): string {
  switch (key) {
    case 'parts':
      return asList(value).map(part).join('\n');
    case 'buttons':
      return typeof value === 'number'
        ? Array.from({ length: value }, () => button({ text: 'b', callback: 'c' })).join('')
        : asList(value).map(button).join('');
    case 'button_text':
      return button({ text: value, callback: 'c' });
    case 'element':
      return element(value);
    case 'elements':
      return asList(value).map(element).join('');
    case 'items':
      return asList(value)
        .map((item) => `<item>${samples[asWord(item)] ?? markupOf(item)}</item>`)
        .join('');
    case 'data':
      return Object.entries(asObject(value))
        .map(([name, text]) => `<data name="${name}">${asText(text)}</data>`)
        .join('');
    case 'image': {
      const { src, url, new_tab: newTab } = asObject(value);
      return `<image><src>${asText(src)}</src><url new_tab="${written(isTrue(newTab))}">${asText(url)}</url></image>`;
    }
    case 'params':
    case 'query-param-name':
    case 'new_tab':
      return '';
    case 'text':
      // The one block whose text is no element of its own.
      return all['type'] === 'text' ? asText(value) : `<text>${written(value)}</text>`;
    case 'url': {
      const params = asList(all['params']).map(
        (one) => `<param name="${asWord(asList(one)[0])}" value="${asWord(asList(one)[1])}" />`,
      );
      if (all['query-param-name'] === undefined) {
        const newTab = all['new_tab'] ?? all['link_new_tab'];
        return `<url${newTab === undefined ? '' : ` new_tab="${written(newTab)}"`}>${asText(value)}</url>`;
      }
      return `<options-endpoint><url>${asText(value)}</url><params>${params.join('')}</params><query-param-name>${asText(all['query-param-name'])}</query-param-name></options-endpoint>`;
    }
    default:
      return `<${key}>${written(value)}</${key}>`;
  }
}

/** What is said for a message of this markup; references stay as they are where nothing fills them. */
function said(markup: string, flags = '', values: Readonly<Record<string, Json>> = {}): readonly BlockOutput[] {
  const message = anOpenDialogMessage('', { message_markup: `<message${flags}>${markup}</message>` });
  const { document } = importFile(
    anOpenDialogFile({ requests: [user('ask')], responses: [app('tell', { message_templates: [message] })] }),
  );
  const contexts = Object.keys(values).flatMap((reference) => reference.split('.')[0] ?? []);
  return play(withNames(document, {}, contexts), { attributes: values })
    .press('ask')
    .outputs.flatMap(({ blocks }) => blocks);
}

const messageAttr: Handler = (input, expected) => {
  const [[name, value] = ['', null]] = Object.entries(asObject(input));
  const read = readMarkup(`<message ${name}="${written(value)}"><empty-message></empty-message></message>`);
  return same(name === 'disable_text' ? read.disableText : read.hideAvatar, expected);
};

const messageFormat: Handler = (input, expected) => {
  const { type, ref, ...parts } = asObject(input);
  if (type === 'empty') return same({ isEmpty: said(markupOf(input)).length === 0 }, expected);
  if (type === 'attribute') return attributeMessage(asWord(ref), parts, expected);
  // Double braces keep a reference from being filled in, so that the case sees it as it was written.
  const markup = markupOf(input).replaceAll('{', '{{').replaceAll('}', '}}');
  const [block] = said(markup);
  if (block === undefined) return holdsThat(false, null);
  const data = webchatData(block);
  if (Array.isArray(expected)) return includes(asList(data['buttons']).slice(0, expected.length), expected);
  if (typeof expected === 'string') return prose(data, expected);
  return compareData(data, asObject(expected));
};

function compareData(data: JsonObject, expected: JsonObject): Outcome {
  const got: Record<string, Json> = {};
  for (const key of Object.keys(expected)) {
    if (key === 'element') got[key] = asList(data['elements'])[0] ?? null;
    else if (key === 'items[].message_type')
      got[key] = asList(data['items'])
        .slice(0, asList(expected[key]).length)
        .map((item) => asObject(item)['message_type'] ?? null);
    else got[key] = data[key] ?? null;
  }
  return includes(got, expected);
}

/** Either the words themselves, or a description of anchors. */
function prose(data: JsonObject, expected: string): Outcome {
  const text = asWord(data['text']);
  const buttons = asList(data['buttons']).map((one) => asWord(asObject(one)['text']));
  if (!expected.includes('anchors')) return holdsThat([text, ...buttons].includes(expected), buttons);
  const targets = [...text.matchAll(/class="linkified" target="(\w+)"/g)].map(([, target]) => target ?? '');
  const blank = /_blank for ([\d ,and]+)/.exec(expected)?.[1]?.match(/\d/g)?.map(Number) ?? [];
  const isSo =
    targets.length > 0 && targets.every((target, index) => (target === '_blank') === blank.includes(index + 1));
  return holdsThat(isSo && !/\s{2}/.test(text), text);
}

function attributeMessage(reference: string, parts: JsonObject, expected: Json): Outcome {
  const markup = `<message>${samples['text']}${samples['image']}</message>`;
  const values = Object.fromEntries(Object.keys(parts).map((name) => [name, markup]));
  const got = said(`<attribute-message>${reference}</attribute-message>`, '', values).map(messageType);
  return holdsThat(equal(got, asWord(expected).includes('text then image') ? ['text', 'image'] : null), got);
}

/** Several messages are a list, one stands for itself. */
const messageWrap: Handler = (input, expected) => {
  const count = Number(asObject(input)['messages']);
  const blocks = said((samples['text'] ?? '').repeat(count)).map(webchatData);
  const got: Json = blocks.length === 1 ? (blocks[0] ?? null) : blocks;
  const wantsList = asWord(expected).startsWith('array');
  return holdsThat(
    Array.isArray(got) === wantsList && blocks.length === count && blocks.every(({ text }) => text !== ''),
    got,
  );
};

/** The words of a message a case calls by its kind, with what is to be checked in it. */
function markupOfKind(kind: string, value: Json): string {
  if (kind === 'message_markup' || kind === 'markup') return asWord(value);
  if (kind === 'button') return `<button-message><text>x</text>${button(value)}</button-message>`;
  if (typeof value === 'string') return `<${kind}-message>${value}</${kind}-message>`;
  return markupOf({ type: kind, ...asObject(value) });
}

const messageValidation: Handler = (input, expected) => {
  const [[kind, value] = ['', null]] = Object.entries(asObject(input));
  const markup = markupOfKind(kind, value);
  const message = anOpenDialogMessage('', {
    message_markup: markup.startsWith('<message') ? markup : `<message>${markup}</message>`,
  });
  const file = anOpenDialogFile({
    requests: [user('ask')],
    responses: [app('tell', { message_templates: [message] })],
  });
  const { document, findings } = importFile(file);
  const problems = checkScenario(document)
    .map(({ code }) => code)
    .filter((code) => /^P0(?:07|3\d)/.test(code));
  const told = findings.filter(({ pointer }) => pointer.endsWith('/message_markup'));
  const got = problems.length + told.length > 0 ? 'invalid' : 'valid';
  return holdsThat(asWord(expected).startsWith(got), got);
};

export const messageCases = {
  message_attr: messageAttr,
  message_format: messageFormat,
  message_wrap: messageWrap,
  message_validation: messageValidation,
} satisfies Record<string, Handler>;
