import MarkdownIt from 'markdown-it';
import { queryJson } from '../../../../../shared/actions/query-json.ts';
import type { Json } from '../../../../../shared/base/json.ts';
import { isBuiltInContext } from '../../../../../shared/model/built-in-contexts.ts';
import { unescapeMarkdown } from '../../../../../shared/reference/escape-markdown.ts';
import { parseReference } from '../../../../../shared/reference/parse-reference.ts';
import { parseTemplate } from '../../../../../shared/reference/parse-template.ts';
import { readPath } from '../../../../../shared/reference/read-path.ts';
import { renderTemplate } from '../../../../../shared/reference/read-reference.ts';
import { aScope } from '../../../../builders/a-scope.ts';
import { anOpenDialogMessage } from '../../../../builders/open-dialog-file.ts';
import { asList, asObject, asWord, holdsThat, includes, same, type Handler } from './case-file.ts';
import { app, talkAbout, user } from './scenario-of.ts';

/** `user.name (user context not registered)`: the reference, and what the case says of its context. */
const referenceParse: Handler = (input, expected) => {
  const [, text = '', missing] = /^(\S+)(?: \((\w+) context not registered\))?$/.exec(asWord(input)) ?? [];
  const parsed = parseReference(text);
  if (!parsed.ok) return holdsThat(false, parsed.failure.sentence);
  const { context, attribute, path } = parsed.value;
  const isKnown = context !== null && isBuiltInContext(context) && context !== missing;
  const got: Record<string, Json> = { context: isKnown ? context : 'undefined', attribute };
  return includes(path.length === 0 ? got : { ...got, accessor: path }, expected);
};

const bracketParse: Handler = (input, expected) => {
  const [key = ''] = Object.keys(asObject(expected));
  const parsed = parseReference(asWord(input));
  return same({ [key]: parsed.ok ? parsed.value.path.length : -1 }, expected);
};

const accessor: Handler = (input, expected) => {
  const { value, composite, accessor: keys } = asObject(input);
  return same(readPath(value ?? composite ?? null, asList(keys) as (string | number)[]), expected);
};

const notAttributes = new Set(['text', 'template', 'note']);

const interpolation: Handler = (input, expected) => {
  const parts = asObject(input);
  const text = asWord(parts['text'] ?? parts['template']);
  const attributes = Object.fromEntries(Object.entries(parts).filter(([key]) => !notAttributes.has(key)));
  const responses = [app('tell', { message_templates: [anOpenDialogMessage(text)] })];
  const [said = ''] = talkAbout({ requests: [user('ask')], responses }, attributes).press('ask').texts;
  if (!asWord(expected).includes('HTML entities')) return same(unescapeMarkdown(said), expected);
  const html = new MarkdownIt().renderInline(said);
  const [value = null] = Object.values(attributes);
  return holdsThat(html === JSON.stringify(value).replaceAll('"', '&quot;'), html);
};

const filter: Handler = (input, expected) => {
  const { value = null, filter: pipe } = asObject(input);
  const scope = aScope({ 'user.value': value });
  return same(renderTemplate(parseTemplate(`{user.value | ${asWord(pipe)}}`), scope), expected);
};

const jmespath: Handler = (input, expected) => {
  const { json = null, expr } = asObject(input);
  const found = queryJson(json, asWord(expr));
  return found.ok ? same(found.value, expected) : holdsThat(false, found.failure);
};

export const referenceCases = {
  reference_parse: referenceParse,
  bracket_parse: bracketParse,
  accessor,
  interpolation,
  filter,
  jmespath,
} satisfies Record<string, Handler>;
