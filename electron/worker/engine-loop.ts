import { assertNever } from '../../shared/base/assert-never.ts';
import { succeed, type Result } from '../../shared/base/result.ts';
import type { ActionRun, EffectResult, InterpretRun } from '../../shared/engine/effect.ts';
import type { SessionState } from '../../shared/engine/session-state.ts';
import { asId } from '../../shared/model/ids.ts';
import { readScenario } from '../../shared/persistence/read-scenario.ts';
import { compileWithWords } from './compile-with-words.ts';
import type { Program } from '../../shared/program/program.ts';
import {
  effectSetting,
  interpretSetting,
  type EffectSetting,
  type InterpretSetting,
} from '../../shared/runtime/effect-setting.ts';
import type { AboutScenario, FromEngine, ToEngine } from '../../shared/runtime/engine-messages.ts';
import type { Cancellation, RunPorts } from '../../shared/runtime/ports.ts';
import { readSession } from '../../shared/session/session-file.ts';
import { createRunSession, type RunSession } from '../../shared/runtime/run-session.ts';
import { trainAhead } from '../../shared/understanding/train-ahead.ts';
import { firstSentence, sentenceOf } from './refusal.ts';
import { runAlone } from './run-alone.ts';
import { createInstalledSemantic, type SemanticInterpreter } from './semantic/semantic-interpreter.ts';
import { UnderstandingDesk } from './understanding-desk.ts';
import { workInSlices } from './work-in-slices.ts';

type Problems = Parameters<typeof firstSentence>[0];

function aboutScenario({ document }: Program): AboutScenario {
  const kinds = [...document.tables.actions.values()].map(({ id, kind }) => [id, kind] as const);
  return { name: document.scenario.name, kinds: Object.fromEntries(kinds) };
}

/** Whatever of a saved talk the scenario has no longer is left behind. */
function savedState(text: string | undefined): Result<SessionState | null, Problems> {
  if (text === undefined) return succeed(null);
  const read = readSession(text);
  return read.ok ? succeed(read.value.state) : read;
}

type Post = (message: FromEngine) => void;

/** The host itself ends what it does for an action that runs alone. */
const never: Cancellation = { cancelled: false, onCancel: () => undefined };

/**
 * One session behind a wire: messages in, messages out, whatever carries them. A fault in here ends this process's
 * usefulness and nothing else; the host hears of it and starts a new one.
 */
export function createEngineLoop(post: Post, now: () => number, zone = 'UTC'): (message: ToEngine) => void {
  const holder = new SessionHolder(post, now, zone);
  return (message) => {
    try {
      holder.receive(message);
    } catch (fault) {
      post({ kind: 'faulted', sentence: sentenceOf(fault) });
    }
  };
}

class SessionHolder {
  readonly #post: Post;
  readonly #now: () => number;
  readonly #zone: string;
  readonly #understanding: UnderstandingDesk;
  readonly #semantic: SemanticInterpreter;
  readonly #running = new Map<string, (result: EffectResult) => void>();
  #program: Program | null = null;
  #session: RunSession | null = null;
  #stopTraining: () => void = () => undefined;

  constructor(post: Post, now: () => number, zone: string) {
    this.#post = post;
    this.#now = now;
    this.#zone = zone;
    this.#understanding = new UnderstandingDesk(post, now, zone);
    this.#semantic = createInstalledSemantic(now);
  }

  receive(message: ToEngine): void {
    switch (message.kind) {
      case 'start':
        return this.#start(message);
      case 'reload':
        return this.#withProgram(message, (program) => {
          this.#session?.reload(program);
          this.#trainAhead(program);
        });
      case 'describe':
        return this.#describe(message);
      case 'alone':
        return this.#alone(message);
      case 'score':
        return this.#understanding.score(message);
      case 'try':
        return this.#understanding.try(message);
      case 'stopInterpreting':
        return this.#understanding.stop();
      case 'say':
        return this.#go((session) => session.say(message.utterance));
      case 'confirm':
        return this.#go((session) => session.confirm(message.approved));
      case 'cancel':
        return this.#go((session) => session.cancel());
      case 'set':
        return this.#session?.set(message.reference, message.value);
      case 'settled':
        this.#running.get(message.effect)?.(message.result);
        this.#running.delete(message.effect);
        return;
      default:
        return assertNever(message);
    }
  }

  #start(message: Extract<ToEngine, { kind: 'start' }>): void {
    this.#withProgram(message, (program) => {
      const { session, user, seed, attributes } = message;
      this.#session = createRunSession({
        program,
        ports: this.#ports(),
        open: { session, user, userAttributes: {}, attributes, zone: this.#zone, seed, permissionLevel: 100 },
        onTrace: (events) => this.#post({ kind: 'traced', events }),
        onMessages: (messages) => this.#post({ kind: 'replied', messages }),
        onWaiting: (waiting) => this.#post({ kind: 'waiting', waiting }),
        record: false,
      });
      this.#trainAhead(program);
    });
  }

  /** While nobody says anything. An edit begins anew, and finds what it did not change learned already. */
  #trainAhead(program: Program): void {
    this.#stopTraining();
    if (this.#session === null) return;
    const { position, previous } = this.#session.state;
    this.#stopTraining = workInSlices({
      steps: trainAhead(program, { ...position, previous }),
      now: this.#now,
      onDone: () => undefined,
      onFault: this.#faulted,
    });
  }

  readonly #faulted = (fault: unknown): void => this.#post({ kind: 'faulted', sentence: sentenceOf(fault) });

  /** Reads and compiles; answers before the session says anything, so that the other side knows whose events they are. */
  #withProgram(message: { request: number; text: string }, go: (program: Program) => void): void {
    const { request, text } = message;
    const read = readScenario(text);
    if (!read.ok) {
      this.#post({ kind: 'refused', request, sentence: firstSentence(read.failure) });
      return;
    }
    const program = compileWithWords(read.value.document);
    this.#program = program;
    this.#post({ kind: 'compiled', request, program: program.hash, about: aboutScenario(program) });
    go(program);
  }

  #describe(message: Extract<ToEngine, { kind: 'describe' }>): void {
    this.#inTalk(message, (program, state) => {
      const session = state === null ? null : { state, at: this.#now() };
      const setting = effectSetting(program, { action: asId(message.action), use: null }, session);
      this.#post({ kind: 'described', request: message.request, setting });
    });
  }

  #alone(message: Extract<ToEngine, { kind: 'alone' }>): void {
    this.#inTalk(message, (program, state) => {
      const ask = (effect: Extract<FromEngine, { kind: 'effect' }>): Promise<EffectResult> =>
        this.#askHost(effect, never);
      runAlone(message, program, state, { now: this.#now, ask }).then(this.#post, this.#faulted);
    });
  }

  /** The scenario as it is now, and the talk an action is run in: the one here, a saved one, or none. */
  #inTalk(
    { request, text, talk }: Extract<ToEngine, { kind: 'describe' | 'alone' }>,
    go: (program: Program, state: SessionState | null) => void,
  ): void {
    const read = readScenario(text);
    const state = talk === 'here' ? succeed(this.#session?.state ?? null) : savedState(talk?.session);
    if (!read.ok) this.#post({ kind: 'refused', request, sentence: firstSentence(read.failure) });
    else if (!state.ok) this.#post({ kind: 'refused', request, sentence: firstSentence(state.failure) });
    else go(compileWithWords(read.value.document), state.value);
  }

  #ports(): RunPorts {
    return {
      now: this.#now,
      // No `sleep`: the host ends every action in time, and does not count the time a person needs to decide.
      runAction: (effect, cancellation) =>
        this.#askHost({ kind: 'effect', effect, setting: this.#settingOf(effect) }, cancellation),
      interpret: (effect, cancellation) => {
        const setting = this.#interpreterOf(effect);
        // What reads on this machine reads here: nobody has to be reached for it.
        if (setting?.interpreter.kind === 'semantic') return this.#semantic(effect, cancellation);
        return this.#askHost({ kind: 'interpret', effect, setting }, cancellation);
      },
    };
  }

  #askHost(
    message: Extract<FromEngine, { kind: 'effect' | 'interpret' }>,
    cancellation: Cancellation,
  ): Promise<EffectResult> {
    const { id } = message.effect;
    return new Promise((settle) => {
      this.#running.set(id, settle);
      // Also told when it has settled by itself; then there is nothing left to call off.
      cancellation.onCancel(() => {
        if (this.#running.delete(id)) this.#post({ kind: 'effectCancelled', effect: id });
      });
      this.#post(message);
    });
  }

  #interpreterOf(effect: InterpretRun): InterpretSetting | null {
    return this.#program === null ? null : interpretSetting(this.#program, effect);
  }

  #settingOf(effect: ActionRun): EffectSetting | null {
    if (this.#program === null || this.#session === null) return null;
    return effectSetting(this.#program, effect, { state: this.#session.state, at: this.#now() });
  }

  #go(act: (session: RunSession) => Promise<unknown>): void {
    if (this.#session === null) return;
    act(this.#session).catch(this.#faulted);
  }
}
