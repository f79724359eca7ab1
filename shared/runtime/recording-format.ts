import { z } from 'zod';
import { fail, succeed, type Result } from '../base/result.ts';
import { inputSchema, type Input } from '../engine/input.ts';
import { sessionStateSchema } from '../engine/session-schema.ts';
import type { OpenOptions, SessionState } from '../engine/session-state.ts';
import type { TraceEvent } from '../engine/trace-event.ts';
import { jsonSchema } from '../model/operand.ts';

/** A session as it came in: replaying the inputs on the same program gives the same trace, byte for byte. */
export type Recording = {
  readonly format: 'parley.recording';
  readonly version: 1;
  /** Hash of the program it was made with. */
  readonly program: string;
  readonly open: OpenOptions;
  /** The saved session it went on from, when it was not a new one. */
  readonly resumed?: SessionState;
  readonly inputs: readonly Input[];
  /** When the scenario was edited in the middle of the talk; absent: never. */
  readonly edits?: readonly RecordedEdit[];
  /** What it gave, when it was kept. */
  readonly trace?: readonly TraceEvent[];
};

/** From here on another program answered. */
export type RecordedEdit = {
  /** How many inputs came before it. */
  readonly after: number;
  /** Its hash. */
  readonly program: string;
};

/** Where a trace file cannot be read, counted in lines from 1. */
export type TraceFileProblem = { readonly line: number; readonly sentence: string };

/** The first line of a trace file; lines of inputs, edits and events follow, in the order they happened. */
export const traceHeaderLine = ({ program, open, resumed }: Recording): string =>
  line({ format: 'parley.trace', version: 1, program, open, ...(resumed === undefined ? {} : { resumed }) });

export const inputLine = (input: Input): string => line({ input });
export const editLine = (program: string): string => line({ edited: { program } });
export const eventLine = (event: TraceEvent): string => line({ event });

const line = (value: object): string => `${JSON.stringify(value)}\n`;

const openSchema = z.strictObject({
  session: z.string().max(200),
  user: z.string().max(2000),
  userAttributes: z.record(z.string(), jsonSchema),
  userContexts: z.record(z.string(), z.record(z.string(), jsonSchema)).optional(),
  attributes: z.record(z.string(), jsonSchema),
  now: z.number(),
  zone: z.string().max(100).optional(),
  seed: z.number().int().nonnegative(),
  permissionLevel: z.number(),
});

const headerSchema = z.looseObject({
  format: z.literal('parley.trace'),
  version: z.literal(1),
  program: z.string(),
  open: openSchema,
  resumed: sessionStateSchema.optional(),
});

const entrySchema = z.union([
  z.strictObject({ input: inputSchema }),
  z.strictObject({ edited: z.strictObject({ program: z.string() }) }),
  z.strictObject({ event: z.looseObject({ v: z.literal(1), seq: z.number().int(), kind: z.string() }) }),
]);

/** Reads a trace file. Any text gives a recording or a list of problems; an unfinished last line is left out. */
export function parseTraceFile(text: string): Result<Recording, readonly TraceFileProblem[]> {
  const lines = text.split('\n');
  // A line without its end was still being written when the program stopped.
  const unfinished = lines.pop() ?? '';
  if (lines.length === 0) return fail([{ line: 1, sentence: noHeader(unfinished) }]);
  const header = headerSchema.safeParse(readJson(lines[0] ?? ''));
  if (!header.success) return fail([{ line: 1, sentence: noHeader(lines[0] ?? '') }]);
  const inputs: Input[] = [];
  const edits: RecordedEdit[] = [];
  const trace: TraceEvent[] = [];
  const problems: TraceFileProblem[] = [];
  lines.forEach((written, index) => {
    if (index === 0 || written.trim() === '') return;
    const entry = entrySchema.safeParse(readJson(written));
    if (!entry.success) problems.push({ line: index + 1, sentence: 'This line is neither an input nor an event.' });
    else if ('input' in entry.data) inputs.push(entry.data.input);
    else if ('edited' in entry.data) edits.push({ after: inputs.length, program: entry.data.edited.program });
    else trace.push(entry.data.event as unknown as TraceEvent);
  });
  if (problems.length > 0) return fail(problems);
  const { program, open, resumed } = header.data;
  return succeed({
    format: 'parley.recording',
    version: 1,
    program,
    open,
    ...(resumed === undefined ? {} : { resumed }),
    inputs,
    ...(edits.length === 0 ? {} : { edits }),
    trace,
  });
}

function noHeader(written: string): string {
  const read = readJson(written);
  if (headerSchema.omit({ resumed: true }).safeParse(read).success)
    return 'The session this trace goes on from is damaged, so it cannot be run again.';
  const version = z.looseObject({ format: z.literal('parley.trace'), version: z.number() }).safeParse(read);
  return version.success && version.data.version > 1
    ? `This trace has version ${version.data.version}; this Parley reads version 1. Open it with a newer Parley.`
    : 'This is not a Parley trace: the first line should begin with {"format":"parley.trace","version":1.';
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
