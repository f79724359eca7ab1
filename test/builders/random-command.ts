import fc from 'fast-check';
import type { Json } from '../../shared/base/json.ts';
import type { Command, Point } from '../../shared/commands/command.ts';
import { attributeTypes } from '../../shared/model/attribute-type.ts';
import { operations } from '../../shared/model/condition.ts';
import type { Document } from '../../shared/model/document.ts';
import { noteColours, noteForms, type NoteColour, type NoteForm } from '../../shared/model/design-records.ts';
import { asId, type AttributeId, type SceneId, type TurnId } from '../../shared/model/ids.ts';
import { tableNames, type TableName } from '../../shared/model/record-tables.ts';

/** Numbers and texts a command is made from; the document decides what they come to, so any of them shrinks well. */
export type Dice = {
  readonly kind: number;
  readonly picks: readonly [number, number, number, number];
  readonly text: string;
  readonly name: string;
  readonly json: Json;
  readonly at: Point;
};

const awkward = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '{user.status}',
  'user.status',
  '\ud800',
  '🙂 é',
];

export const diceArbitrary: fc.Arbitrary<Dice> = fc.record({
  kind: fc.nat(999),
  picks: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99)),
  text: fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom(...awkward),
  ),
  name: fc.oneof(
    fc.constantFrom('status', 'order_id', 'user', 'global', 'basket', 'Where is my order?'),
    fc.constantFrom(...awkward),
  ),
  json: fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constant({ constructor: { prototype: 1 } })) as fc.Arbitrary<Json>,
  at: fc.record({ x: fc.double({ noNaN: true }), y: fc.integer({ min: -1000, max: 1000 }) }),
});

/** The smallest picture there is: one dot, as a GIF. */
const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/** Any form and colour of a note; a picture is one of ours or, now and then, none at all. */
const anyNote = (picks: Dice['picks']): { form?: NoteForm; colour?: NoteColour; picture?: string } => {
  const form = pickFrom(noteForms, picks[0]) ?? 'note';
  const colour = pickFrom(noteColours, picks[1]);
  const picture = picks[2] % 5 === 0 ? 'data:image/svg+xml;base64,PHN2Zy8+' : dot;
  return { form, ...(colour && { colour }), ...(form === 'picture' && { picture }) };
};

/** A command that fits the document more often than not, and sometimes does not at all. */
export function commandFor(document: Document, dice: Dice): Command {
  const makers = [...addingCommands(document, dice), ...changingCommands(document, dice)];
  return makers[dice.kind % makers.length]?.() ?? { kind: 'several', label: 'Nothing', commands: [] };
}

type Maker = () => Command;

const pickFrom = <Item>(items: readonly Item[], pick: number): Item | undefined =>
  items[pick % Math.max(1, items.length)];

function picker(document: Document, dice: Dice) {
  const idsOf = (table: TableName): string[] => [...document.tables[table].keys()];
  return {
    idIn: <Id extends string>(table: TableName, die: 0 | 1 | 2 | 3): Id =>
      asId<Id>(pickFrom([...idsOf(table), ...idsOf(table), 'missing'], dice.picks[die]) ?? 'missing'),
    anyId: (die: 0 | 1 | 2 | 3): string => pickFrom([...document.homes.keys()], dice.picks[die]) ?? 'missing',
    useId: <Id extends string>(die: 0 | 1 | 2 | 3): Id => {
      const uses = [...document.tables.intents.values()].flatMap((intent) =>
        intent.actions.map((use) => use.id as string),
      );
      return asId<Id>(pickFrom(uses, dice.picks[die]) ?? 'missing');
    },
  };
}

function addingCommands(document: Document, dice: Dice): Maker[] {
  const { idIn, anyId } = picker(document, dice);
  const { text, name, at, picks } = dice;
  const speaker = picks[3] % 2 === 0 ? 'USER' : 'APP';
  const into =
    pickFrom(
      [null, asId<TurnId>(anyId(1)), idIn<TurnId>('turns', 1), idIn<TurnId>('turns', 2), idIn<SceneId>('scenes', 1)],
      picks[0],
    ) ?? null;
  const placed = picks[2] % 3 === 0 ? {} : { at };
  return [
    () => ({ kind: 'conversation.add', name: text, ...placed }),
    () => ({ kind: 'scene.add', conversation: idIn('conversations', 0), name: text, ...placed }),
    () => ({ kind: 'turn.add', scene: idIn('scenes', 0), name: text, ...placed }),
    () => ({ kind: 'intent.add', speaker, name, into, ...placed }),
    () => ({ kind: 'intent.add', speaker, name: text, into, bucket: picks[1] % 2 === 0 ? 'request' : 'response' }),
    () => ({
      kind: 'action.add',
      actionKind: picks[1] % 2 === 0 ? 'api' : 'setAttributes',
      name,
      into: picks[2] % 3 === 0 ? null : idIn('intents', 2),
      ...placed,
    }),
    () => ({ kind: 'action.attach', action: idIn('actions', 0), intent: idIn('intents', 1), ...placed }),
    () => ({ kind: 'attribute.add', name, type: pickFrom(attributeTypes, picks[0]) ?? 'string' }),
    () => ({ kind: 'context.add', name }),
    () => ({ kind: 'integration.add', name: text }),
    () => ({ kind: 'interpreter.add', name: text }),
    () => ({ kind: 'test.add', name: text, steps: [{ kind: 'say', text }] }),
    () => ({ kind: 'mock.add', action: idIn('actions', 0), name: text }),
    () => ({ kind: 'note.add', text, at }),
    () => ({ kind: 'note.add', text, at, ...anyNote(picks) }),
    () => ({ kind: 'context.show', context: name, at }),
    () => ({ kind: 'action.duplicate', action: idIn('actions', 0), ...placed }),
  ];
}

function changingCommands(document: Document, dice: Dice): Maker[] {
  const { idIn, anyId, useId } = picker(document, dice);
  const { text, name, json, at, picks } = dice;
  const table = pickFrom(tableNames, picks[3]) ?? 'intents';
  const operand =
    picks[2] % 2 === 0
      ? ({ kind: 'value', value: json } as const)
      : ({ kind: 'reference', reference: 'user.status' } as const);
  const nullSometimes = <Value>(value: Value): Value | null => (picks[3] % 4 === 0 ? null : value);
  return [
    () => ({ kind: 'scenario.update', changes: { name: text, conditions: [conditionFrom(dice)] } }),
    () => ({ kind: 'attribute.rename', id: idIn('attributes', 0), name }),
    () => ({ kind: 'record.update', table, id: idIn(table, 0), changes: { name: text } }) as Command,
    () =>
      ({
        kind: 'record.update',
        table,
        id: idIn(table, 0),
        changes: { description: `{${name}}`, order: text },
      }) as Command,
    () => ({
      kind: 'record.update',
      table: 'mocks',
      id: idIn('mocks', 0),
      changes: { body: json, when: { [name]: json } },
    }),
    () => ({
      kind: 'record.update',
      table: 'intents',
      id: idIn('intents', 0),
      changes: { conditions: [conditionFrom(dice)] },
    }),
    () => ({
      kind: 'record.update',
      table: 'intents',
      id: idIn('intents', 0),
      changes: {
        messages: [
          { id: asId(anyId(1)), name: '', conditions: [], blocks: [{ kind: 'text', text: `It is {${name}}` }] },
        ],
      },
    }),
    () => ({
      kind: 'attributes.merge',
      keep: idIn('attributes', 0),
      merged: [idIn('attributes', 1), ...(picks[2] % 3 === 0 ? [idIn<AttributeId>('attributes', 2)] : [])],
    }),
    () => ({
      kind: 'attributes.move',
      names: nullSometimes(['status', 'order_id', name]),
      from: pickFrom(['user', 'session', 'basket', name], picks[0]) ?? 'user',
      to: pickFrom(['session', 'user', 'global', 'basket'], picks[1]) ?? 'session',
    }),
    () => ({ kind: 'records.remove', ids: [anyId(0)] }),
    () => ({ kind: 'records.remove', ids: [anyId(0), anyId(1)] }),
    () => ({
      kind: 'records.put',
      label: 'Paste',
      puts: [...document.tables.turns.values()].slice(0, 2).map((record) => ({
        table: 'turns',
        record: { ...record, id: asId(`copy-${picks[0]}`), name: text },
      })),
    }),
    () => ({ kind: 'level.move', id: anyId(0), parent: anyId(1), before: null }),
    () => ({
      kind: 'level.move',
      id: idIn('turns', 0),
      parent: idIn('scenes', 1),
      before: nullSometimes(idIn('turns', 2)),
    }),
    () => ({
      kind: 'level.move',
      id: idIn('intents', 0),
      parent: idIn('turns', 1),
      before: nullSometimes(idIn('intents', 2)),
    }),
    () => ({ kind: 'actionUse.move', id: useId(0), intent: idIn('intents', 1), before: nullSometimes(useId(2)) }),
    () => ({ kind: 'transition.set', intent: idIn('intents', 0), target: nullSometimes(anyId(1)) }),
    () => ({ kind: 'input.map', use: useId(0), input: name, operand: nullSometimes(operand) }),
    () => ({ kind: 'output.map', use: useId(0), output: name, reference: nullSometimes(`user.${name}`) }),
    () => ({
      kind: 'intent.expect',
      intent: idIn('intents', 0),
      reference: `session.${name}`,
      expected: picks[1] % 3 > 0,
    }),
    () => ({ kind: 'canvas.place', places: [{ id: anyId(0), ...at }] }),
    () => ({
      kind: 'several',
      label: 'Several',
      commands: addingCommands(document, dice)
        .slice(0, 5)
        .map((make) => make()),
    }),
  ];
}

const conditionFrom = ({ picks, name, json }: Dice) =>
  ({
    kind: 'test',
    operation: pickFrom(operations, picks[0]) ?? 'eq',
    left: { kind: 'reference', reference: `user.${name}` },
    right: { kind: 'value', value: json },
  }) as const;
