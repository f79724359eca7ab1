import { compileSamples, type ExpectedAttribute, type SampleIndex } from '../interpret/interpret-utterance.ts';
import { compiledIntent } from '../program/compile-intent.ts';
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
  return {
    interpreter,
    record,
    name: interpreter ?? 'embedded',
    callbacks: { ...builtInCallbacks, ...record?.callbacks },
    samples: compileSamples(intents.map(({ record: { intentId, samples } }) => ({ intentId, samples }))),
    expected: expectedByIntent(program, intents),
  };
}

/** Intents that share an id are heard as one, so what any of them expects is looked for. */
function expectedByIntent(
  program: Program,
  intents: readonly ProgramIntent[],
): ReadonlyMap<string, readonly ExpectedAttribute[]> {
  const found = new Map<string, ExpectedAttribute[]>();
  for (const { record } of intents) {
    for (const name of compiledIntent(record).expected.keys()) {
      const listed = found.get(record.intentId) ?? [];
      if (listed.some((attribute) => attribute.name === name)) continue;
      found.set(record.intentId, [...listed, { name, type: program.attributeTypes.get(name) ?? 'string' }]);
    }
  }
  return found;
}
