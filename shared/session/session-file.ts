import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import { fail, succeed, type Result } from '../base/result.ts';
import { sessionStateSchema } from '../engine/session-schema.ts';
import type { SessionState } from '../engine/session-state.ts';
import { describeValue } from '../model/describe-issue.ts';
import { migrate, type Migration } from '../persistence/migrate.ts';
import { readJson } from '../persistence/read-json.ts';
import { readLimits } from '../persistence/read-limits.ts';
import { problemAt, problemsOfIssues, type ReadProblem } from '../persistence/read-problem.ts';
import type { Program } from '../program/program.ts';
import { sessionMigrations } from './session-migrations.ts';

/** What a session file says it is, first thing. */
export const sessionFormat = 'parley.session';
/** Raised with every change old programs would misread; each step up has a migration. */
export const sessionVersion = 1;

/** A session put down in a file, to be taken up by anybody who has the scenario. */
export type SavedSession = {
  /** What it is a talk with, for people: only the state's hash decides whether it fits. */
  readonly scenario: { readonly id: string; readonly name: string };
  readonly state: SessionState;
};

/** The text of a session file. It holds everything that was said and found out, in the clear. */
export function printSession(program: Program, state: SessionState): string {
  const { id, name } = program.document.scenario;
  const file = { format: sessionFormat, version: sessionVersion, scenario: { id, name }, state };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Which version is read and how older ones get there; tests put in a chain of their own. */
export type SessionFileFormat = { readonly version: number; readonly chain: readonly Migration[] };
const currentFormat: SessionFileFormat = { version: sessionVersion, chain: sessionMigrations };

/** A value may nest as deep as an answer of a service, and stands this deep in the file. */
const limits = { ...readLimits, depth: readLimits.depth + 8 };

/** Reads a session file. Any text gives a session or a list of problems; nothing is guessed. */
export function readSession(
  text: string,
  format: SessionFileFormat = currentFormat,
): Result<SavedSession, readonly ReadProblem[]> {
  const json = readJson(text, limits);
  if (!json.ok) return json;
  const file = readEnvelope(json.value, format);
  if (!file.ok) return fail([file.failure]);
  const { scenario, state } = file.value;
  const read = sessionStateSchema.safeParse(state);
  if (!read.success) return fail(problemsOfIssues(read.error.issues, state, ['state']));
  return succeed({ scenario: scenarioOf(scenario), state: read.data });
}

function readEnvelope(json: Json, { version: newest, chain }: SessionFileFormat): Result<JsonObject, ReadProblem> {
  if (!isJsonObject(json)) return fail(problemAt([], `Expected a session, found ${describeValue(json)}.`));
  const { format, version } = json;
  if (format !== sessionFormat)
    return fail(problemAt(['format'], `Expected "${sessionFormat}", found ${describeValue(format)}.`));
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return fail(problemAt(['version'], `Expected a version from 1 to ${newest}, found ${describeValue(version)}.`));
  if (version > newest) return fail(problemAt(['version'], tooNew(version, newest)));
  return migrate(json, version, newest, chain);
}

const tooNew = (version: number, newest: number): string =>
  `This session was saved by a newer Parley (version ${version}; this one reads up to ${newest}). ` +
  'Go on with it in the newer one. The file was not changed.';

function scenarioOf(scenario: Json | undefined): SavedSession['scenario'] {
  const { id, name } = isJsonObject(scenario) ? scenario : {};
  return { id: typeof id === 'string' ? id : '', name: typeof name === 'string' ? name : '' };
}

/**
 * The state to go on with, when the session was saved on this very program. `onEdited` goes on all the same: whatever
 * of the session the scenario has no longer is left behind, as after an edit while a talk is open.
 */
export function takeUpSession(
  program: Program,
  { scenario, state }: SavedSession,
  onEdited = false,
): Result<SessionState, string> {
  if (onEdited || state.program === program.hash) return succeed(state);
  const { id, name } = program.document.scenario;
  return fail(
    scenario.id === id
      ? `“${name}” was edited since this session was saved, so it may go on otherwise than it began.`
      : `This session was saved in a talk with “${scenario.name}”, and this is “${name}”.`,
  );
}
