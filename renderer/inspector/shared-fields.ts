import type { Document } from '../../shared/model/document.ts';
import { attributeTypes } from '../../shared/model/attribute-type.ts';
import type { Behavior } from '../../shared/model/intent-record.ts';
import type { AnyRecord, TableName } from '../../shared/model/record-tables.ts';
import type { Choice } from './fields/choice-field.tsx';

/** A property several records have in common, as one field for all of them. */
export type SharedField = {
  readonly label: string;
  readonly meaning: string;
  /** Records of these tables have it. */
  readonly tables: readonly TableName[];
  readonly read: (record: AnyRecord) => string;
  /** What a record gets with what was chosen or typed. */
  readonly change: (record: AnyRecord, value: string) => Readonly<Record<string, unknown>>;
} & (
  | { readonly kind: 'choice'; readonly choices: (document: Document) => readonly Choice<string>[] }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly whole: boolean }
);

const levels: readonly TableName[] = ['conversations', 'scenes', 'turns', 'intents'];
type Fields = Readonly<Record<string, unknown>>;
const fieldOf = (record: AnyRecord, key: string): unknown => (record as unknown as Fields)[key];

const plain = (key: string, values: readonly string[], labels: readonly string[] = values) => ({
  kind: 'choice' as const,
  choices: () => values.map((value, index) => ({ value, label: labels[index] ?? value })),
  read: (record: AnyRecord) => String(fieldOf(record, key)),
  change: (_: AnyRecord, value: string) => ({ [key]: value }),
});

const truth = (key: string) => ({
  ...plain(key, ['true', 'false'], ['On', 'Off']),
  change: (_: AnyRecord, value: string) => ({ [key]: value === 'true' }),
});

const number = (key: string, min: number, max: number, whole = false) => ({
  kind: 'number' as const,
  min,
  max,
  whole,
  read: (record: AnyRecord) => String(fieldOf(record, key)),
  change: (_: AnyRecord, value: string) => ({ [key]: Number(value) }),
});

const behaviors = ['STARTING', 'OPEN', 'COMPLETING'] as const satisfies readonly Behavior[];

const behaviour = (name: Behavior) => ({
  kind: 'choice' as const,
  choices: () => [
    { value: 'true', label: 'On' },
    { value: 'false', label: 'Off' },
  ],
  read: (record: AnyRecord) => String(behaviorsOf(record).includes(name)),
  change: (record: AnyRecord, value: string) => ({
    behaviors: behaviors.filter((one) => (one === name ? value === 'true' : behaviorsOf(record).includes(one))),
  }),
});
const behaviorsOf = (record: AnyRecord): readonly Behavior[] => fieldOf(record, 'behaviors') as readonly Behavior[];

/** Every property that makes sense to set for many records at once. */
export const sharedFields: readonly SharedField[] = [
  { label: 'Speaker', meaning: 'Who says it', tables: ['intents'], ...plain('speaker', ['USER', 'APP']) },
  {
    label: 'Place',
    meaning: 'In its turn',
    tables: ['intents'],
    ...plain('bucket', ['request', 'response'], ['Request', 'Response']),
  },
  {
    label: 'Confidence',
    meaning: 'The least at which it counts, 0 to 1',
    tables: ['intents'],
    ...number('confidence', 0, 1),
  },
  {
    label: 'Starting',
    meaning: 'Can begin here',
    tables: ['conversations', 'scenes', 'turns'],
    ...behaviour('STARTING'),
  },
  { label: 'Open', meaning: 'Can be entered at any time in the scene', tables: ['turns'], ...behaviour('OPEN') },
  { label: 'Completing', meaning: 'Ends the conversation', tables: levels, ...behaviour('COMPLETING') },
  {
    label: 'Interpreter',
    meaning: 'Who reads what people say here',
    tables: levels,
    kind: 'choice',
    choices: ({ tables }) => [
      { value: '', label: 'As the level above' },
      ...[...tables.interpreters.values()].map(({ id, name }) => ({ value: id as string, label: name || id })),
    ],
    read: (record) => {
      const interpreter = fieldOf(record, 'interpreter');
      return typeof interpreter === 'string' ? interpreter : '';
    },
    change: (_, value) => ({ interpreter: value === '' ? null : value }),
  },
  { label: 'Type', meaning: 'Of their values', tables: ['attributes'], ...plain('type', attributeTypes) },
  { label: 'Sensitive', meaning: 'Covered in traces and logs', tables: ['attributes'], ...truth('sensitive') },
  { label: 'Enabled', meaning: 'Off: skipped everywhere', tables: ['actions'], ...truth('enabled') },
  {
    label: 'Timeout',
    meaning: 'Milliseconds until one counts as failed',
    tables: ['actions'],
    ...number('timeout', 1, 600_000, true),
  },
];
