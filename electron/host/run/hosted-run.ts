import { assertNever } from '../../../shared/base/assert-never.ts';
import type { JsonObject } from '../../../shared/base/json.ts';
import { succeed, type Result } from '../../../shared/base/result.ts';
import { returnedCallback } from '../../../shared/bridge/contract/desk-contract.ts';
import type { Waiting } from '../../../shared/bridge/contract/event-contract.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import type { RunMode } from '../../../shared/bridge/contract/run-contract.ts';
import type { ActionRun, EffectResult } from '../../../shared/engine/effect.ts';
import type { AboutScenario } from '../../../shared/runtime/engine-messages.ts';
import type { EffectSetting } from '../../../shared/runtime/effect-setting.ts';
import type { Utterance } from '../../../shared/engine/utterance.ts';
import type { ActionPerformer } from '../effects/action-performer.ts';
import type { DeskEvent, HandOffDesk } from '../desk/hand-off-desk.ts';
import type { AuditDraft } from '../audit/audit-log.ts';
import type { Asked } from '../audit/describe-execution.ts';
import { createEngineExecutions, type EngineExecutions } from '../audit/engine-executions.ts';
import type { RunPorts } from '../host-ports.ts';
import { deskEvent } from './desk-event.ts';
import { createEngineLink, type EngineLink, type EngineNews } from './engine-link.ts';
import { createEventBatch, type EventBatch } from './event-batch.ts';
import type { Surroundings } from './performer-maker.ts';

export type RunParts = {
  readonly run: string;
  readonly mode: RunMode;
  readonly world: string | null;
  readonly environment: string | null;
  readonly createPerformer: (surroundings: Surroundings) => ActionPerformer;
  readonly desk: HandOffDesk;
  /** Writes down what the talk works out by itself. */
  readonly audit: (draft: AuditDraft) => void;
  readonly asked: (where: Pick<Asked, 'world' | 'environment'>) => Asked;
  /** Called once, however it ends. */
  readonly onEnd: () => void;
};

/** Carries out one effect; never rejects. */
export type PerformAside = (effect: ActionRun, setting: EffectSetting | null) => Promise<EffectResult>;
export type AloneMessage = Parameters<EngineLink['alone']>[0];

type Compiling = Promise<Result<{ readonly program: string }, Failure>>;

/** One talk under way: an engine in its own process, the actions it asks for, and what the page is told. */
export class HostedRun {
  readonly #ports: Pick<RunPorts, 'emit' | 'startEngine' | 'reportFault'>;
  readonly #parts: RunParts;
  readonly #batch: EventBatch;
  readonly #link: EngineLink;
  readonly #performer: ActionPerformer;
  readonly #stopListening: () => void;
  readonly #running = new Map<string, AbortController>();
  readonly #work = new Set<Promise<void>>();
  /** Who carries out what actions ask for that run by themselves in this talk. */
  readonly #aside = new Map<string, PerformAside>();
  readonly #executions: EngineExecutions;
  #about: AboutScenario = { name: '', kinds: {} };
  #mode: RunMode;
  #world: string | null;
  #environment: string | null;
  #waiting: Waiting = 'user';

  constructor(ports: Pick<RunPorts, 'emit' | 'startEngine' | 'reportFault'>, parts: RunParts) {
    this.#ports = ports;
    this.#parts = parts;
    this.#mode = parts.mode;
    this.#world = parts.world;
    this.#environment = parts.environment;
    this.#batch = createEventBatch(parts.run, ports.emit);
    this.#performer = parts.createPerformer({
      mode: () => this.#mode,
      world: () => this.#world,
      environment: () => this.#environment,
    });
    this.#executions = createEngineExecutions({
      asked: () => parts.asked({ world: this.#world, environment: this.#environment }),
      scenario: () => this.#about.name,
      kindOf: (action) => (Object.hasOwn(this.#about.kinds, action) ? (this.#about.kinds[action] ?? '') : ''),
      add: parts.audit,
    });
    this.#stopListening = parts.desk.listen((event) => this.#hearDesk(event));
    this.#link = createEngineLink(ports.startEngine, {
      hear: (news) => this.#hear(news),
      lose: (failure) => {
        this.#batch.send({ name: 'run.failed', payload: { run: parts.run, failure } });
        void this.#release();
      },
    });
  }

  start({ text, seed, attributes }: { text: string; seed: number; attributes: JsonObject }): Compiling {
    return this.#compile({
      kind: 'start',
      text,
      session: this.#parts.run,
      user: 'designer',
      seed,
      attributes,
    });
  }

  reload(text: string): Compiling {
    return this.#compile({ kind: 'reload', text });
  }

  async #compile(message: Parameters<EngineLink['compile']>[0]): Compiling {
    const compiled = await this.#link.compile(message);
    if (!compiled.ok) return compiled;
    this.#about = compiled.value.about;
    return succeed({ program: compiled.value.program });
  }

  /** What is needed to run an action by itself, as part of this talk. */
  describe(text: string, action: string): ReturnType<EngineLink['describe']> {
    return this.#link.describe({ kind: 'describe', text, action, talk: 'here' });
  }

  /** Runs an action by itself, as part of this talk, which never hears of it. */
  async alone(message: AloneMessage, perform: PerformAside): ReturnType<EngineLink['alone']> {
    this.#aside.set(message.as, perform);
    const ended = await this.#link.alone({ ...message, talk: 'here' });
    this.#aside.delete(message.as);
    return ended;
  }

  /** What is said goes to the person at the desk while the talk is there, and the engine never hears of it. */
  say(utterance: Utterance): void {
    if (this.#parts.desk.routeUtterance(this.#parts.run, utterance)) this.#tellWaiting();
    else this.#link.tell({ kind: 'say', utterance });
  }

  tell(message: Parameters<EngineLink['tell']>[0]): void {
    this.#link.tell(message);
  }

  setMode(mode: RunMode): void {
    this.#mode = mode;
    this.#tellWaiting();
  }

  setWorld(world: string | null): void {
    this.#world = world;
  }

  setEnvironment(environment: string | null): void {
    this.#environment = environment;
  }

  /** Ends everything of it: process, running actions, connections, events. */
  stop(): Promise<void> {
    this.#link.stop();
    return this.#release();
  }

  #hear(news: EngineNews): void {
    switch (news.kind) {
      case 'traced':
        this.#executions.hear(news.events);
        return this.#batch.trace(news.events);
      case 'replied':
        return this.#batch.reply(news.messages);
      case 'effect':
        return this.#performEffect(news.effect, news.setting);
      case 'interpret':
        return this.#begin(news.effect.id, (stop) => this.#performer.interpret(news.effect, news.setting, stop));
      case 'effectCancelled':
        return this.#running.get(news.effect)?.abort();
      case 'waiting':
        this.#waiting = news.waiting;
        return this.#tellWaiting();
      default:
        return assertNever(news);
    }
  }

  #hearDesk(event: DeskEvent): void {
    const { run } = this.#parts;
    const { session } = event.kind === 'talk.given' ? event.talk : event;
    if (session !== run) return;
    this.#batch.send(deskEvent(run, event));
    if (event.kind === 'talk.returned')
      this.#link.tell({
        kind: 'say',
        utterance: { kind: 'callback', callback: returnedCallback, value: '', text: '' },
      });
  }

  #performEffect(effect: ActionRun, setting: EffectSetting | null): void {
    const aside = this.#aside.get(effect.id.split(':')[0] ?? '');
    if (aside === undefined) this.#executions.leaveOut(effect.id);
    this.#begin(effect.id, (stop) =>
      aside === undefined ? this.#performer.run(effect, setting, stop) : aside(effect, setting),
    );
  }

  #begin(effect: string, work: (stop: AbortSignal) => Promise<EffectResult>): void {
    const done = this.#perform(effect, work).finally(() => this.#work.delete(done));
    this.#work.add(done);
  }

  async #perform(effect: string, work: (stop: AbortSignal) => Promise<EffectResult>): Promise<void> {
    const stop = new AbortController();
    this.#running.set(effect, stop);
    const result = await work(stop.signal).catch((fault: unknown) => {
      this.#ports.reportFault(fault);
      return faulted;
    });
    this.#running.delete(effect);
    this.#link.tell({ kind: 'settled', effect, result });
  }

  #tellWaiting(): void {
    const payload = { run: this.#parts.run, waiting: this.#waiting, mode: this.#mode };
    this.#batch.send({ name: 'run.waited', payload });
  }

  async #release(): Promise<void> {
    for (const stop of this.#running.values()) stop.abort();
    this.#parts.desk.leave(this.#parts.run);
    this.#stopListening();
    this.#batch.close();
    this.#parts.onEnd();
    await Promise.allSettled(this.#work);
    await this.#performer.close();
  }
}

/** A fault of ours while performing must not leave the talk waiting for ever. */
const faulted = {
  outcome: 'failed',
  origin: 'live',
  outputs: {},
  failure: 'connectionFailed',
  detail: 'This is a fault in Parley; it was not carried out.',
  status: null,
  duration: 0,
  attempts: 0,
  request: null,
  response: null,
} as const;
