import { invariant } from '../base/invariant.ts';
import { ordersBetween } from '../base/order.ts';
import { createDocument, withChanges, type Document, type RecordChange } from '../model/document.ts';
import type { TableName } from '../model/record-tables.ts';
import { toRecord, toScenarioRecord } from '../model/to-record.ts';
import type { LineSketch, PatternSketch } from './pattern-sketch.ts';

/** A pattern as a scenario of its own: what is previewed, talked with in tests, and copied from. */
export function patternDocument(sketch: PatternSketch): Document {
  const scenario = toScenarioRecord({ id: `pattern-${sketch.id}`, name: sketch.name });
  invariant(scenario.ok, 'the scenario of a pattern is valid');
  const level = { name: sketch.name, description: sketch.purpose, order: 'a0', behaviors: ['STARTING'] };
  const orders = ordersBetween(null, null, sketch.turns.length);
  const changes = [
    ...Object.entries(sketch.attributes ?? {}).map(([name, type]) =>
      change('attributes', { id: `attribute-${name.replaceAll('_', '-')}`, name, type }),
    ),
    change('conversations', { id: sketch.id, ...level }),
    change('scenes', { id: `${sketch.id}-scene`, conversation: sketch.id, ...level, description: '' }),
    ...sketch.turns.flatMap(({ key, name, behaviors = [], lines }, at) => [
      change('turns', { id: turnId(sketch, key), scene: `${sketch.id}-scene`, name, order: orders[at], behaviors }),
      ...intentsOf(sketch, key, lines),
    ]),
  ];
  return withChanges(createDocument(scenario.value), changes);
}

const turnId = ({ id }: PatternSketch, key: string): string => `${id}-${key}`;

function change(table: TableName, fields: Readonly<Record<string, unknown>>): RecordChange {
  const record = toRecord(table, fields as never);
  invariant(record.ok, `${String(fields['id'])} of a pattern is valid`);
  return { table, id: record.value.id, before: null, after: record.value } as RecordChange;
}

function intentsOf(sketch: PatternSketch, turn: string, lines: readonly LineSketch[]): RecordChange[] {
  const orders = ordersBetween(null, null, lines.length);
  const [first] = lines;
  return lines.map((line, at) => {
    const id = `${turnId(sketch, turn)}-${at + 1}`;
    const isRequest = first !== undefined && 'user' in first === 'user' in line;
    return change('intents', {
      id,
      turn: turnId(sketch, turn),
      bucket: isRequest ? 'request' : 'response',
      name: line.name,
      order: orders[at],
      behaviors: line.ends === true ? ['COMPLETING'] : [],
      conditions: (line.when ?? []).map(([reference, operation, value]) => ({
        kind: 'test',
        operation,
        left: { kind: 'reference', reference },
        ...(value === undefined ? {} : { right: { kind: 'value', value } }),
      })),
      transition: line.leads === undefined ? null : { turn: turnId(sketch, line.leads) },
      ...said(line, id),
    });
  });
}

function said(line: LineSketch, id: string): Readonly<Record<string, unknown>> {
  if ('app' in line) {
    const blocks = line.blocks.map((block) => (typeof block === 'string' ? { kind: 'text', text: block } : block));
    return { speaker: 'APP', intentId: line.app, messages: [{ id: `${id}-says`, blocks }] };
  }
  const { user, says = [], fills = [], sets = [] } = line;
  const setAttributes = sets.map(([reference, value]) => ({ reference, value: { kind: 'value', value } }));
  return { speaker: 'USER', intentId: user, samples: says, expectedAttributes: fills, setAttributes };
}
