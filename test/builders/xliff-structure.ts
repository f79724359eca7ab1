import { parseXml, type XmlElement, type XmlNode } from '../../shared/exchange/markup/parse-xml.ts';

type ElementRule = {
  /** The names of its children in order, each with a blank behind it; `text` alone may hold words. */
  readonly children: RegExp;
  readonly hasText?: boolean;
  readonly required?: readonly string[];
  readonly attributes: { readonly [name: string]: RegExp };
};
type Structure = { readonly namespace: string; readonly elements: { readonly [name: string]: ElementRule } };

const any = /^[^]*$/;
const language = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;
const nameToken = /^[\w.\-:\u00b7-\uffff]+$/;
const space = /^(default|preserve)$/;
const direction = /^(ltr|rtl|auto)$/;
const yesNo = /^(yes|no)$/;

/** What of the published schemas a file of texts uses: which elements, in which order, with which attributes. */
const structures: { readonly [version: string]: Structure } = {
  '1.2': {
    namespace: 'urn:oasis:names:tc:xliff:document:1.2',
    elements: {
      xliff: { children: /^(file )+$/, required: ['version'], attributes: { version: /^1\.2$/ } },
      file: {
        children: /^(header )?body $/,
        required: ['original', 'source-language', 'datatype'],
        attributes: {
          original: any,
          'source-language': language,
          'target-language': language,
          datatype: /^plaintext$/,
        },
      },
      body: { children: /^(group |trans-unit |bin-unit )*$/, attributes: {} },
      'trans-unit': {
        children: /^source (seg-source )?(target )?(context-group |count-group |prop-group |note |alt-trans )*$/,
        required: ['id'],
        attributes: { id: any, resname: any, 'xml:space': space },
      },
      source: { children: /^$/, hasText: true, attributes: { 'xml:space': space } },
      target: {
        children: /^$/,
        hasText: true,
        attributes: { state: /^(translated|needs-translation|final|new|signed-off)$/, 'xml:space': space },
      },
      note: { children: /^$/, hasText: true, attributes: {} },
    },
  },
  '2.1': {
    namespace: 'urn:oasis:names:tc:xliff:document:2.0',
    elements: {
      xliff: {
        children: /^(file )+$/,
        required: ['version', 'srcLang'],
        attributes: { version: /^2\.1$/, srcLang: language, trgLang: language },
      },
      file: {
        children: /^(skeleton )?(notes )?(unit |group )+$/,
        required: ['id'],
        attributes: { id: nameToken, original: any, srcDir: direction, trgDir: direction },
      },
      unit: {
        children: /^(notes )?(originalData )?(segment |ignorable )+$/,
        required: ['id'],
        attributes: { id: nameToken, name: any, canResegment: yesNo, 'xml:space': space },
      },
      notes: { children: /^(note )+$/, attributes: {} },
      note: { children: /^$/, hasText: true, attributes: { id: nameToken, category: any } },
      segment: {
        children: /^source (target )?$/,
        attributes: { id: nameToken, state: /^(initial|translated|reviewed|final)$/ },
      },
      source: { children: /^(cp )*$/, hasText: true, attributes: { 'xml:space': space } },
      target: { children: /^(cp )*$/, hasText: true, attributes: { 'xml:space': space } },
      cp: { children: /^$/, required: ['hex'], attributes: { hex: /^([0-9A-F]{2})+$/ } },
    },
  },
};

/** Where a file is not what the version it claims to be allows; empty when it is. */
export function xliffFaults(text: string): readonly string[] {
  const { nodes, problems } = parseXml(text.replace(/^<\?xml[^>]*\?>/, ''));
  const [root, ...others] = elementsOf(nodes);
  const structure = structures[root?.attributes.get('version') ?? ''];
  if (root === undefined || structure === undefined || others.length > 0)
    return ['It is no XLIFF of a version that is known here.'];
  const ids = [...text.matchAll(/<unit id="([^"]*)"/g)].map(([, id]) => id);
  return [
    ...problems.map(({ sentence }) => sentence),
    ...(root.attributes.get('xmlns') === structure.namespace ? [] : ['The namespace is another.']),
    ...(new Set(ids).size === ids.length ? [] : ['An id of a unit is given twice.']),
    ...faultsIn(root, structure),
  ];
}

function faultsIn({ name, attributes, children }: XmlElement, structure: Structure): readonly string[] {
  const rule = structure.elements[name];
  if (rule === undefined) return [`There is no <${name}>.`];
  const names = elementsOf(children)
    .map((child) => `${child.name} `)
    .join('');
  const words = children.some((child) => child.kind === 'text' && child.text.trim() !== '');
  return [
    ...(rule.children.test(names) ? [] : [`<${name}> may not hold ${names || 'nothing'}.`]),
    ...(words && rule.hasText !== true ? [`<${name}> holds no words.`] : []),
    ...(rule.required ?? []).flatMap((wanted) => (attributes.has(wanted) ? [] : [`${wanted} is missing.`])),
    ...[...attributes].flatMap(([key, value]) =>
      key === 'xmlns' || rule.attributes[key]?.test(value) === true
        ? []
        : [`<${name} ${key}="${value}"> is not allowed.`],
    ),
    ...elementsOf(children).flatMap((child) => faultsIn(child, structure)),
  ];
}

const elementsOf = (nodes: readonly XmlNode[]): readonly XmlElement[] =>
  nodes.flatMap((node) => (node.kind === 'element' ? [node] : []));
