import { isJsonObject, asText } from '../../base/json.ts';
import type { ElementReader } from './element-reader.ts';
import { escapeXml } from './parse-xml.ts';
import { isTrue, printSaidText, readSaidText } from './said-text.ts';

/**
 * How a field of a block stands in markup, both ways. `read` gives undefined when it is not there; what is printed goes
 * into the element, or with `in: 'tag'` among its attributes. Values that say nothing are not printed.
 */
export type MarkupField = {
  readonly in: 'tag' | 'content';
  readonly read: (reader: ElementReader) => unknown;
  readonly print: (value: unknown) => string;
  /** It stands for several fields at once: reads them as an object, and is given the whole block to print. */
  readonly spread?: true;
};
export type MarkupFields = { readonly [field: string]: MarkupField };

type Codec = {
  readonly read: (text: string, reader: ElementReader) => unknown;
  readonly print: (value: unknown) => string;
};

const plain: Codec = { read: (text) => text, print: escapeXml };
const flag: Codec = {
  read: (text, reader) => {
    if (!/^(?:1|0|true|false|)$/i.test(text))
      reader.tell(`Expected true or false in <${reader.element.name}>, found "${text}".`);
    // Off is how a flag starts, so only on is worth a word.
    return isTrue(text) ? true : undefined;
  },
  print: (value) => (value === true ? 'true' : ''),
};
const flagOff: Codec = {
  read: (text) => (/^(?:0|false)$/i.test(text) ? false : undefined),
  print: (value) => (value === false ? 'false' : ''),
};
const wholeNumber: Codec = {
  read: (text, reader) => {
    if (text === '') return undefined;
    if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
    reader.tell(`Expected a whole number in <${reader.element.name}>, found "${text}".`);
    return undefined;
  },
  print: (value) => (typeof value === 'number' ? String(value) : ''),
};

/** A child element with a text, or an attribute of that name; printed under the first name. */
const scalar =
  (codec: Codec, where: MarkupField['in']) =>
  (...names: readonly string[]): MarkupField => ({
    in: where,
    read: (reader) => {
      const child = reader.child(names);
      const text = child === null ? reader.attribute(names) : textOnly(child);
      return text === null ? undefined : codec.read(text, reader);
    },
    print: (value) => {
      const text = value === undefined || value === null ? '' : codec.print(value);
      if (text === '') return '';
      // Line breaks of a tag would become blanks in other readers.
      if (where === 'tag') return ` ${names[0]}="${text.replace(/[\n\r\t]/g, (sign) => `&#${sign.charCodeAt(0)};`)}"`;
      return `<${names[0]}>${text}</${names[0]}>`;
    },
  });

function textOnly(child: ElementReader): string {
  const text = child.text();
  child.end();
  return text;
}

export const textIn = scalar(plain, 'content');
export const textInTag = scalar(plain, 'tag');
export const flagIn = scalar(flag, 'content');
/** In a tag older readers know only "1". */
export const flagInTag = scalar({ ...flag, print: (value) => (value === true ? '1' : '') }, 'tag');
export const numberIn = scalar(wholeNumber, 'content');

/** A flag that is on unless it says otherwise. */
export const flagOffIn = scalar(flagOff, 'content');

/** A text that must be one of a few words, spelled otherwise in the file; unless `isSaid` the first goes without saying. */
export const wordIn = (
  names: readonly string[],
  words: Readonly<Record<string, string>>,
  where: MarkupField['in'],
  isSaid = true,
): MarkupField => {
  const codec: Codec = {
    read: (text, reader) => {
      const found = Object.keys(words).find((word) => word === text || words[word] === text);
      if (found === undefined && text !== '') reader.tell(`"${text}" is none of ${Object.values(words).join(', ')}.`);
      return found;
    },
    print: (value) => (isSaid || value !== Object.keys(words)[0] ? (words[String(value)] ?? '') : ''),
  };
  return scalar(codec, where)(...names);
};

/** Words with links and emphasis. */
export const saidIn = (name: string): MarkupField => ({
  in: 'content',
  read: (reader) => {
    const child = reader.child([name]);
    const text = child === null ? undefined : readSaidText(child);
    child?.end();
    return text;
  },
  print: (value) => {
    const printed = printSaidText(asText(value));
    return printed === '' ? '' : `<${name}>${printed}</${name}>`;
  },
});

/** The element's own content. */
export const saidContent: MarkupField = {
  in: 'content',
  read: readSaidText,
  print: (value) => printSaidText(asText(value)),
};
export const textContent: MarkupField = {
  in: 'content',
  read: (reader) => reader.text(),
  print: (value) => escapeXml(value),
};

/** One child element with fields of its own. */
export const objectIn = (name: string, fields: MarkupFields): MarkupField => ({
  in: 'content',
  read: (reader) => {
    const child = reader.child([name]);
    return child === null ? undefined : readFields(child, fields);
  },
  print: (value) => (isJsonObject(value) ? printElement(name, fields, value) : ''),
});

/** Every child element of a name, in order. */
export const listOf = (name: string, fields: MarkupFields): MarkupField => ({
  in: 'content',
  read: (reader) => reader.children([name]).map((child) => readFields(child, fields)),
  print: (value) =>
    itemsOf(value)
      .map((item) => printElement(name, fields, item))
      .join(''),
});

/** A child element around such a list. */
export const listIn = (holder: string, name: string, fields: MarkupFields): MarkupField => {
  const list = listOf(name, fields);
  return {
    in: 'content',
    read: (reader) => {
      const child = reader.child([holder]);
      const found = child === null ? undefined : list.read(child);
      child?.end();
      return found;
    },
    print: (value) => (itemsOf(value).length === 0 ? '' : `<${holder}>${list.print(value)}</${holder}>`),
  };
};

/** `<options><option><key>…</key><value>…</value></option></options>`; an option that is one text is both. */
export const optionsIn: MarkupField = (() => {
  const pair: MarkupFields = { key: textIn('key'), value: textIn('value') };
  const list = listIn('options', 'option', pair);
  return {
    ...list,
    read: (reader) => {
      const holder = reader.child(['options']);
      if (holder === null) return undefined;
      const options = holder.children(['option']).map((option) => {
        const isPair = option.element.children.some((node) => node.kind === 'element');
        if (isPair) return readFields(option, pair);
        const text = textOnly(option);
        return { key: text, value: text };
      });
      holder.end();
      return options;
    },
  };
})();

/** `<data name="…">…</data>`, once each. */
export const dataIn: MarkupField = {
  in: 'content',
  read: (reader) => {
    const entries = reader.children(['data']).map((child): [string, string] => {
      const name = child.attribute(['name']) ?? '';
      if (name === '') child.tell('A <data> without a name was left out.');
      return [name, textOnly(child)];
    });
    return Object.fromEntries(entries.filter(([name]) => name !== '' && name !== '__proto__'));
  },
  print: (value) =>
    Object.entries(isJsonObject(value) ? value : {})
      .map(([name, text]) => `<data name="${escapeXml(name)}">${escapeXml(text)}</data>`)
      .join(''),
};

/** `<file_types><option>…</option></file_types>`. */
export const wordsIn = (holder: string, name: string): MarkupField => ({
  in: 'content',
  read: (reader) => {
    const child = reader.child([holder]);
    const words = child?.children([name]).map(textOnly);
    child?.end();
    return words;
  },
  print: (value) => {
    const words = Array.isArray(value) ? value.map((word) => `<${name}>${escapeXml(word)}</${name}>`) : [];
    return words.length === 0 ? '' : `<${holder}>${words.join('')}</${holder}>`;
  },
});

/** The fields that are there; whatever else the element holds is told. */
export function readFields(reader: ElementReader, fields: MarkupFields): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = field.read(reader);
    if (field.spread === true) Object.assign(found, value);
    else if (value !== undefined) found[name] = value;
  }
  reader.end();
  return found;
}

export function printElement(
  element: string,
  fields: MarkupFields,
  values: { readonly [field: string]: unknown },
): string {
  const printed = (where: MarkupField['in']): string =>
    Object.entries(fields)
      .map(([name, field]) => {
        if (field.in !== where) return '';
        return field.spread === true
          ? field.print(values)
          : Object.hasOwn(values, name)
            ? field.print(values[name])
            : '';
      })
      .join('');
  return `<${element}${printed('tag')}>${printed('content')}</${element}>`;
}

const itemsOf = (value: unknown): readonly { readonly [field: string]: unknown }[] =>
  Array.isArray(value) ? value.filter(isJsonObject) : [];
