import {
  compileRules,
  compileSamples,
  type ExpectedAttribute,
  type SampleIndex,
} from '../interpret/interpret-utterance.ts';
import type { AttributeRecord } from '../model/design-records.ts';
import type { InterpreterRecord } from '../model/interpreter-record.ts';
import type { Program, ProgramIntent } from '../program/program.ts';
import type { Scope } from '../program/scope.ts';

/** The intents of a scope that one interpreter reads for, ready for any number of utterances. */
export type InterpreterGroup = {
  readonly interpreter: string | null;
  /** Null: the built-in one. */
  readonly record: InterpreterRecord | null;
  /** How the trace calls it. */
  readonly name: string;
  readonly callbacks: Readonly<Record<string, string>>;
  readonly samples: SampleIndex;
  readonly expected: ReadonlyMap<string, readonly ExpectedAttribute[]>;
};

export const welcomeCallback = 'WELCOME';
const builtInCallbacks = { [welcomeCallback]: 'intent.core.welcome' };

const known = new WeakMap<Scope, readonly InterpreterGroup[]>();

/** One group for each interpreter that reads for a candidate of the scope; made once a scope. */
export function interpreterGroups(program: Program, scope: Scope): readonly InterpreterGroup[] {
  const found = known.get(scope);
  if (found !== undefined) return found;
  const intents = new Map<string | null, ProgramIntent[]>();
  for (const { intent } of scope.candidates) {
    const listed = intents.get(intent.interpreter);
    if (listed === undefined) intents.set(intent.interpreter, [intent]);
    else listed.push(intent);
  }
  const made = [...intents].map(([interpreter, list]) => makeGroup(program, interpreter, list));
  known.set(scope, made);
  return made;
}

function makeGroup(program: Program, interpreter: string | null, intents: readonly ProgramIntent[]): InterpreterGroup {
  const record = interpreter === null ? null : (program.interpreters.get(interpreter) ?? null);
  const entries = intents.map(({ record: { intentId, samples } }) => ({ intentId, samples }));
  const samples =
    record?.kind === 'pattern' ? compileRules(entries, record.rules) : compileSamples(entries, program.wordVectors);
  return {
    interpreter,
    record,
    name: interpreter ?? 'embedded',
    callbacks: { ...builtInCallbacks, ...record?.callbacks },
    samples,
    expected: expectedByIntent(program, intents, samples),
  };
}

/**
 * Intents that share an id are heard as one, so what any of them expects is looked for, and what its samples have slots
 * for.
 */
function expectedByIntent(
  program: Program,
  intents: readonly ProgramIntent[],
  { intents: indexed }: SampleIndex,
): ReadonlyMap<string, readonly ExpectedAttribute[]> {
  const names = new Map<string, Set<string>>();
  const expect = (intentId: string, attributes: Iterable<string>): void => {
    const listed = names.get(intentId) ?? new Set();
    for (const name of attributes) listed.add(name);
    if (listed.size > 0) names.set(intentId, listed);
  };
  for (const { record, compiled } of intents) expect(record.intentId, compiled.expected.keys());
  for (const { intentId, slots } of indexed) expect(intentId, slots);
  return new Map([...names].map(([intentId, each]) => [intentId, [...each].map((name) => toExpected(program, name))]));
}

function toExpected(program: Program, name: string): ExpectedAttribute {
  const { values, pattern } = describedAttributes(program).get(name) ?? {};
  return {
    name,
    type: program.attributeTypes.get(name) ?? 'string',
    ...(values === undefined ? {} : { values }),
    ...(pattern === undefined ? {} : { pattern }),
  };
}

type Described = ReadonlyMap<string, Pick<AttributeRecord, 'values' | 'pattern'>>;
const described = new WeakMap<Program, Described>();

/** The attributes whose values the design describes, by name. */
function describedAttributes(program: Program): Described {
  let found = described.get(program);
  if (found === undefined) {
    const all = [...program.document.tables.attributes.values()];
    found = new Map(
      all.flatMap((record) =>
        record.values === undefined && record.pattern === undefined ? [] : [[record.name, record] as const],
      ),
    );
    described.set(program, found);
  }
  return found;
}
