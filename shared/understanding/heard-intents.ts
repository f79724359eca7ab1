import { isAsynchronous, type InterpreterRecord } from '../model/interpreter-record.ts';
import { interpreterGroups, type InterpreterGroup } from '../engine/interpreter-groups.ts';
import type { Program, ProgramIntent } from '../program/program.ts';
import type { Scope } from '../program/scope.ts';

/** What people may mean: the USER intents that share an id are heard as one. */
export type HeardIntent = {
  readonly intentId: string;
  readonly intents: readonly ProgramIntent[];
  /** The least confidence that is enough for one of them. */
  readonly threshold: number;
  readonly samples: readonly string[];
};

/** What people may mean, and how many intents somebody else reads. */
export type HeardIntents = { readonly heard: readonly HeardIntent[]; readonly readElsewhere: number };

export function heardIntents(
  program: Program,
  intents: Iterable<ProgramIntent>,
  isReadHere: (record: InterpreterRecord) => boolean = (record) => !isAsynchronous(record),
): HeardIntents {
  const byId = new Map<string, ProgramIntent[]>();
  let readElsewhere = 0;
  for (const intent of intents) {
    if (intent.record.speaker !== 'USER') continue;
    const record = intent.interpreter === null ? undefined : program.interpreters.get(intent.interpreter);
    if (record !== undefined && !isReadHere(record)) {
      readElsewhere += 1;
      continue;
    }
    const listed = byId.get(intent.record.intentId);
    if (listed === undefined) byId.set(intent.record.intentId, [intent]);
    else listed.push(intent);
  }
  const heard = [...byId].map(([intentId, listed]): HeardIntent => ({
    intentId,
    intents: listed,
    threshold: Math.min(...listed.map(({ record }) => record.confidence)),
    samples: listed.flatMap(({ record }) => record.samples.filter((sample) => sample.trim() !== '')),
  }));
  return { heard, readElsewhere };
}

/** The interpreters that read on this machine for the intents of a scope: the very ones a talk would ask. */
export const readersOf = (program: Program, scope: Scope): readonly InterpreterGroup[] =>
  interpreterGroups(program, scope).filter(({ record }) => record === null || !isAsynchronous(record));

/** A scope of these intents, wherever they stand. */
export const scopeOf = (intents: readonly ProgramIntent[]): Scope => ({
  kind: 'startingPath',
  speaker: 'USER',
  searched: [],
  candidates: intents.map((intent) => ({ intent, guards: [] })),
  byIntentId: new Map(),
});
