import { readAttributeTypes, withAttributeTypes } from '../../../../../shared/exchange/opendialog/attribute-types.ts';
import { compileScenario } from '../../../../../shared/program/compile-scenario.ts';
import { coerceValue } from '../../../../../shared/values/coerce-value.ts';
import { valueText } from '../../../../../shared/values/value-text.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { play } from '../../../../builders/play.ts';
import { unwrap } from '../../../../builders/unwrap.ts';
import { asList, asObject, asWord, holdsThat, same, type Handler } from './case-file.ts';
import { importFile, talkAbout, typeNamed, user, withNames } from './scenario-of.ts';
import { anOpenDialogFile } from '../../../../builders/open-dialog-file.ts';

const value: Handler = (input, expected) => {
  const { type, raw = null } = asObject(input);
  return same(coerceValue(raw, typeNamed(asWord(type))), expected);
};

const text: Handler = (input, expected) => {
  const { type, raw = null } = asObject(input);
  const named = typeNamed(asWord(type));
  return same(valueText(coerceValue(raw, named), named), expected);
};

const resolve: Handler = (input, expected) => {
  const { id, core, dynamic } = asObject(input);
  const builder = aScenario();
  for (const [name, type] of Object.entries(asObject(core))) builder.withAttribute(name, typeNamed(asWord(type)));
  const read = unwrap(readAttributeTypes(JSON.stringify(asObject(dynamic))));
  const program = compileScenario(withAttributeTypes(builder.build(), read.attributes));
  const name = asWord(id).split(' ')[0] || (Object.keys(asObject(core))[0] ?? '');
  const got = `${program.attributeTypes.get(name) ?? 'string'} attribute`;
  return holdsThat(asWord(expected).startsWith(got), got);
};

const refused = (findings: readonly { readonly outcome: string }[], isBetter: boolean): string =>
  findings.some(({ outcome }) => outcome === 'lost' || (!isBetter && outcome === 'doubtful')) ? '400' : '200';

const idValidation: Handler = (input, expected) => {
  const { findings } = unwrap(readAttributeTypes(JSON.stringify({ [asWord(input)]: 'attribute.core.string' })));
  const got = refused(findings, true);
  return holdsThat(asWord(expected).startsWith(got), got);
};

const typeValidation: Handler = (input, expected) => {
  const { findings } = unwrap(readAttributeTypes(JSON.stringify({ test_attribute: asWord(input) })));
  const got = refused(findings, false);
  return holdsThat(asWord(expected).startsWith(got), got);
};

const context: Handler = (input, expected) => {
  const { save, registered_type: type, context_exists: exists, get_value: reference } = asObject(input);
  if (reference !== undefined) {
    const [name = '', attribute = ''] = (asWord(reference).split(' ')[0] ?? '').split('.');
    return same(play(aScenario()).state.contexts[name]?.[attribute] ?? null, expected);
  }
  const [target, saved = null] = asList(save);
  const [attribute = '', own = 'user'] = asWord(target).split('.').toReversed();
  const { document } = importFile(anOpenDialogFile({}));
  const named = withNames(document, { [attribute]: typeNamed(asWord(type) || 'string') }, exists === true ? [own] : []);
  const { contexts } = play(named).edit(asWord(target), saved).state;
  const stored = Object.keys(contexts).find((name) => contexts[name]?.[attribute] !== undefined) ?? '';
  return same({ stored_in: stored, value: contexts[stored]?.[attribute] ?? null }, expected);
};

/** What was interpreted for an attribute is its own name, so that one sees where it went. */
const store: Handler = (input, expected) => {
  const expects = asList(asObject(input)['expected_attributes']);
  const names = expects.map((reference) => asWord(reference).split('.').at(-1) ?? '');
  const talk = talkAbout({ requests: [user('said', { expected_attributes: expects })] });
  const fields = Object.fromEntries(names.map((name) => [name, name]));
  const { contexts } = talk.hear({ kind: 'form', callback: 'said', fields, text: '' }).state;
  const got = Object.fromEntries(
    Object.keys(asObject(expected)).map((reference) => {
      const [own = '', name = ''] = reference.split('.');
      return [reference, contexts[own]?.[name] ?? null];
    }),
  );
  return same(got, expected);
};

const deepLink: Handler = (input, expected) => {
  const { attributes, type } = asObject(input);
  const [given = null] = Object.values(asObject(attributes));
  return same(coerceValue(given, typeNamed(asWord(type))), expected);
};

export const attributeCases = {
  attribute_value: value,
  attribute_string: text,
  attribute_resolve: resolve,
  attribute_id_validation: idValidation,
  attribute_type_validation: typeValidation,
  context,
  attribute_store: store,
  deep_link: deepLink,
} satisfies Record<string, Handler>;
