import { defaultContext } from '../model/built-in-contexts.ts';
import { blockTexts } from '../model/block-texts.ts';
import type { Document } from '../model/document.ts';
import type { IntentRecord } from '../model/intent-record.ts';
import { namedGroups } from '../model/named-groups.ts';
import { outputNames } from '../model/selectors/output-names.ts';
import { templateReferences } from '../reference/parse-template.ts';
import type { AttributeUse } from './attribute-use.ts';
import { contextsOf, expected, heardContexts, type HeardContexts } from './heard-contexts.ts';

/** Uses no reference spells out: what a name, a slot, a button or a pattern stands for. */
export function impliedUses(document: Document): readonly AttributeUse[] {
  const { tables } = document;
  const heard = heardContexts(document);
  return [
    ...[...tables.intents.values()].flatMap((intent) => [...slots(intent), ...buttonValues(intent, heard)]),
    ...defaultOutputs(document),
    ...flags(document),
    ...captures(document, heard),
    ...[...tables.contexts.values()].flatMap(({ id, name, values }) =>
      Object.keys(values).map((attribute) => write(id, 'values', name, attribute)),
    ),
    ...answers(document),
  ];
}

const write = (ref: string, field: string, context: string, attribute: string): AttributeUse => ({
  ref,
  field,
  access: 'write',
  context,
  attribute,
});

/** A reference in a sample takes the words that stand there; they go where the intent expects the attribute. */
const slots = (intent: IntentRecord): readonly AttributeUse[] =>
  intent.samples
    .filter((sample) => sample.includes('{'))
    .flatMap((sample) => templateReferences(sample))
    .map(({ attribute }) => {
      const wanted = expected(intent).find((one) => one.attribute === attribute);
      return write(intent.id, 'samples', wanted?.context ?? defaultContext, attribute);
    });

/** A button sends `attribute.value`. */
const buttonValues = (intent: IntentRecord, heard: HeardContexts): readonly AttributeUse[] =>
  intent.messages.flatMap((message) =>
    message.blocks.flatMap(blockTexts).flatMap(({ text, role }) => {
      const [, attribute] = role === 'value' ? (/^([A-Za-z_]\w*)\./.exec(text) ?? []) : [];
      return attribute === undefined
        ? []
        : contextsOf(heard, attribute).map((context) => write(message.id, 'buttons', context, attribute));
    }),
  );

/** An output nobody mapped lands in `user` under its own name. */
function defaultOutputs(document: Document): readonly AttributeUse[] {
  const names = new Map(
    [...document.tables.actions.values()].map((action) => [action.id as string, outputNames(action)]),
  );
  return [...document.tables.intents.values()].flatMap((intent) =>
    intent.actions.flatMap((use) =>
      (names.get(use.action) ?? [])
        .filter((name) => !Object.hasOwn(use.outputs, name))
        .map((name) => write(use.id, 'outputs', defaultContext, name)),
    ),
  );
}

/** What every action leaves behind, whatever it gives. */
const flags = (document: Document): readonly AttributeUse[] =>
  [...document.tables.actions.values()].flatMap(({ id, name }) =>
    ['action_success', 'status_code'].map((flag) => write(id, 'outcome', defaultContext, `${name}_${flag}`)),
  );

/** The groups of pattern rules: those that name an attribute, and those named like one. */
const captures = (document: Document, heard: HeardContexts): readonly AttributeUse[] =>
  [...document.tables.interpreters.values()].flatMap((interpreter) =>
    interpreter.kind !== 'pattern'
      ? []
      : interpreter.rules.flatMap((rule) => {
          const free = namedGroups(rule.pattern).filter((group) => !Object.hasOwn(rule.captures, group));
          return [...Object.values(rule.captures), ...free].flatMap((attribute) =>
            contextsOf(heard, attribute).map((context) => write(interpreter.id, 'rules', context, attribute)),
          );
        }),
  );

/** A test only says what it would be given: it neither sets nor reads anything of the talk. */
const answers = (document: Document): readonly AttributeUse[] =>
  [...document.tables.tests.values()].flatMap(({ id, steps }) =>
    steps.flatMap((step) => {
      if (step.kind !== 'say') return [];
      const [, pressed] = /^([A-Za-z_]\w*)\./.exec(step.value ?? '') ?? [];
      const names = [...Object.keys(step.fields ?? {}), ...(pressed === undefined ? [] : [pressed])];
      return names.map((attribute) => ({
        ref: id,
        field: 'steps',
        access: 'mention' as const,
        context: defaultContext,
        attribute,
      }));
    }),
  );
