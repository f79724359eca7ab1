import type { Json, JsonObject } from '../../shared/base/json.ts';
import type { MessageOutput } from '../../shared/engine/output.ts';
import type { SessionState } from '../../shared/engine/session-state.ts';
import type { PositionSnapshot, TraceEvent, TraceEventOf } from '../../shared/engine/trace-event.ts';
import type { Utterance } from '../../shared/engine/utterance.ts';
import type { Program } from '../../shared/program/program.ts';
import { effectSetting, interpretSetting } from '../../shared/runtime/effect-setting.ts';
import { editLine, eventLine, inputLine, traceHeaderLine } from '../../shared/runtime/recording-format.ts';
import type { Cancellation, RunPorts } from '../../shared/runtime/ports.ts';
import { createRunSession, type RunSession } from '../../shared/runtime/run-session.ts';
import type { ActionPerformer } from '../host/effects/action-performer.ts';
import type { SemanticInterpreter } from '../worker/semantic/semantic-interpreter.ts';
import type { TerminalClock } from './terminal-clock.ts';

/** What came of one thing said. */
export type Exchange = {
  readonly messages: readonly MessageOutput[];
  readonly matched: string | null;
  readonly selected: readonly string[];
  readonly position: PositionSnapshot;
  readonly actions: readonly ActionEnd[];
  /** What interpreters that were asked had to say about how they read, such as that another one read instead. */
  readonly readings: readonly string[];
  readonly faults: readonly string[];
};
export type ActionEnd = {
  readonly name: string;
  readonly outcome: 'succeeded' | 'failed' | 'skipped';
  readonly origin: string;
  readonly failure: string | null;
  readonly detail: string;
  readonly status: number | null;
  readonly outputs: JsonObject;
};

export type Talk = {
  /** What was left to do when the session was put down; null when it waited for the person. */
  readonly goOn: () => Promise<Exchange | null>;
  readonly say: (utterance: Utterance) => Promise<Exchange>;
  readonly state: () => SessionState;
  readonly close: () => void;
};

export type TalkParts = {
  readonly program: Program;
  readonly performer: ActionPerformer;
  readonly semantic: SemanticInterpreter;
  readonly clock: TerminalClock;
  readonly seed: number;
  readonly zone: string;
  readonly attributes: { readonly [reference: string]: Json };
  /** A session to take up; the attributes are set in it then. */
  readonly resumed: SessionState | null;
  /** Every line of the trace file as it comes about. */
  readonly onTraceLine: (line: string) => void;
  readonly onEvents?: (events: readonly TraceEvent[]) => void;
};

/** A session with the engine in this process: there is one talk, and nobody else to keep responsive. */
export function openTalk(parts: TalkParts): Talk {
  const { program, clock, seed, zone, resumed } = parts;
  let events: TraceEvent[] = [];
  let messages: MessageOutput[] = [];
  const early: string[] = [];
  let write = (line: string): void => void early.push(line);
  const session: RunSession = createRunSession({
    program,
    ports: portsFor(parts, () => session.state),
    open: {
      session: 'terminal',
      user: 'terminal',
      userAttributes: {},
      attributes: parts.attributes,
      ...(zone === 'UTC' ? {} : { zone }),
      seed,
      permissionLevel: 100,
    },
    onTrace: (more) => {
      events.push(...more);
      parts.onEvents?.(more);
      for (const event of more) write(eventLine(event));
    },
    onMessages: (more) => void messages.push(...more),
    onInput: (input) => write(inputLine(input)),
    onEdit: (hash) => write(editLine(hash)),
    record: false,
    ...(resumed === null ? {} : { resume: resumed }),
  });
  // The header names how the session was opened, which only the session knows; the events of opening follow it.
  parts.onTraceLine(traceHeaderLine(session.recording));
  for (const line of early.splice(0)) parts.onTraceLine(line);
  write = parts.onTraceLine;
  if (resumed !== null)
    for (const [reference, value] of Object.entries(parts.attributes)) session.set(reference, value);
  return {
    goOn: async () => {
      if (session.waiting !== 'actions') return null;
      await session.ready();
      return describeExchange(session, events, messages);
    },
    say: async (utterance) => {
      [events, messages] = [[], []];
      clock.tick();
      await session.say(utterance);
      return describeExchange(session, events, messages);
    },
    state: () => session.state,
    close: () => void session.close(),
  };
}

const portsFor = ({ program, performer, semantic, clock }: TalkParts, state: () => SessionState): RunPorts => ({
  now: clock.now,
  runAction: (effect, cancellation) => {
    const setting = effectSetting(program, effect, { state: state(), at: clock.now() });
    return performer.run(effect, setting, signalOf(cancellation));
  },
  interpret: (effect, cancellation) => {
    const setting = interpretSetting(program, effect);
    return setting?.interpreter.kind === 'semantic'
      ? semantic(effect, cancellation)
      : performer.interpret(effect, setting, signalOf(cancellation));
  },
});

function signalOf(cancellation: Cancellation): AbortSignal {
  const stop = new AbortController();
  cancellation.onCancel(() => stop.abort());
  return stop.signal;
}

function describeExchange(
  session: RunSession,
  events: readonly TraceEvent[],
  messages: readonly MessageOutput[],
): Exchange {
  const ended = events.findLast((event): event is TraceEventOf<'exchange.ended'> => event.kind === 'exchange.ended');
  // An exchange that waits for a yes or no has not ended; what it has come to so far is in the state.
  const { current, position } = session.state;
  return {
    messages,
    matched: current?.matched ?? ended?.matched ?? null,
    selected: current?.selected ?? ended?.selected ?? [],
    position,
    actions: events.flatMap(describeAction),
    readings: events.flatMap(describeReading),
    faults: events.flatMap((event) => (event.kind === 'engine.faulted' ? [event.sentence] : [])),
  };
}

const describeReading = (event: TraceEvent): string[] =>
  event.kind === 'effect.settled' && event.effectKind !== undefined && event.detail !== ''
    ? [`${event.name}: ${event.detail}`]
    : [];

function describeAction(event: TraceEvent): ActionEnd[] {
  // Interpreters are asked for what actions are run for; they are none.
  if (event.kind === 'effect.settled' && event.effectKind === undefined) {
    const { name, outcome, origin, failure, detail, status, outputs } = event;
    return [{ name, outcome, origin, failure, detail, status, outputs }];
  }
  if (event.kind !== 'action.skipped') return [];
  const { name, failure, detail } = event;
  return [{ name, outcome: 'skipped', origin: 'default', failure, detail, status: null, outputs: {} }];
}
