import { randomInt } from 'node:crypto';
import { succeed, type Result } from '../../../shared/base/result.ts';
import type { BridgeOutput, BridgeParsedInput } from '../../../shared/bridge/contract/bridge-contract.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import type { ActionRun, EffectResult } from '../../../shared/engine/effect.ts';
import { isDoneByEngine, type ActionRecord } from '../../../shared/model/action-record.ts';
import { asId } from '../../../shared/model/ids.ts';
import type { EffectSetting } from '../../../shared/runtime/effect-setting.ts';
import { describeExecution } from '../audit/describe-execution.ts';
import type { ActionPerformer } from '../effects/action-performer.ts';
import type { RunPorts } from '../host-ports.ts';
import type { ConsentDesks } from './consent-desks.ts';
import { createEngineLink } from './engine-link.ts';
import type { HostedRun, PerformAside } from './hosted-run.ts';
import type { MakePerformer } from './performer-maker.ts';

type Input = BridgeParsedInput<'action.run'>;
type RanAction = BridgeOutput<'action.run'>;

/** Actions that run by themselves: an engine's process says what there is to do, this one does it. */
export class ActionDesk {
  readonly #ports: RunPorts;
  readonly #consents: ConsentDesks;
  readonly #makePerformer: MakePerformer;
  readonly #under = new Map<string, AbortController>();
  readonly #work = new Set<Promise<unknown>>();
  /** Somebody who tries an action again sees the next answer of a sequence. */
  readonly #turns = new Map<string, number>();

  constructor(ports: RunPorts, consents: ConsentDesks, makePerformer: MakePerformer) {
    this.#ports = ports;
    this.#consents = consents;
    this.#makePerformer = makePerformer;
  }

  has(run: string): boolean {
    return this.#under.has(run);
  }

  /** `talk` is the run it belongs to, where it belongs to one that is under way. */
  async run(run: string, input: Input, talk: HostedRun | null): Promise<Result<RanAction, Failure>> {
    const stop = new AbortController();
    this.#under.set(run, stop);
    const work = this.#runOne(run, input, talk, stop.signal);
    this.#work.add(work);
    try {
      return await work;
    } finally {
      this.#work.delete(work);
      this.#under.delete(run);
      this.#consents.close(run);
    }
  }

  async #runOne(
    run: string,
    input: Input,
    talk: HostedRun | null,
    signal: AbortSignal,
  ): Promise<Result<RanAction, Failure>> {
    const described = await this.#describe(input, talk);
    if (!described.ok) return described;
    const performer = this.#performerFor(run, input);
    try {
      const setting = described.value;
      if (setting !== null && isWorkedOut(setting.action)) {
        const perform: PerformAside = (effect, its) => performer.run(effect, its, signal);
        const ended = await this.#alone(run, input, talk, perform);
        if (!ended.ok) return ended;
        this.#writeDown(run, input, setting, ended.value.result);
        return succeed({ ...ended.value.result, trace: ended.value.trace });
      }
      return succeed(await performer.run(effectOf(run, input, setting), setting, signal));
    } finally {
      await performer.close();
    }
  }

  /** False for an action nobody knows. */
  cancel(run: string): boolean {
    const stop = this.#under.get(run);
    stop?.abort();
    return stop !== undefined;
  }

  /** Stops all of them, and waits until nothing more comes of them. */
  async close(): Promise<void> {
    for (const stop of this.#under.values()) stop.abort();
    await Promise.allSettled(this.#work);
  }

  async #describe(input: Input, run: HostedRun | null): Promise<Result<EffectSetting | null, Failure>> {
    const { text, action } = input;
    if (run !== null) return run.describe(text, action);
    const link = createEngineLink(this.#ports.startEngine, { hear: () => undefined, lose: () => undefined });
    const described = await link.describe({ kind: 'describe', text, action, ...savedTalk(input) });
    link.stop();
    return described;
  }

  async #alone(run: string, input: Input, talk: HostedRun | null, perform: PerformAside) {
    const { text, action, arguments: args } = input;
    const message = { kind: 'alone', as: run, text, action, arguments: args, seed: randomInt(2 ** 32) } as const;
    if (talk !== null) return talk.alone(message, perform);
    const link = createEngineLink(this.#ports.startEngine, {
      hear: (news) => {
        if (news.kind !== 'effect') return;
        const settle = async (): Promise<void> =>
          link.tell({ kind: 'settled', effect: news.effect.id, result: await perform(news.effect, news.setting) });
        settle().catch(this.#ports.reportFault);
      },
      lose: () => undefined,
    });
    const ended = await link.alone({ ...message, ...savedTalk(input) });
    link.stop();
    return ended;
  }

  /** What the engine worked out; the steps of a workflow have been written down one by one. */
  #writeDown(run: string, input: Input, setting: EffectSetting, result: EffectResult): void {
    const { world = null, environment = null } = input;
    const asked = { at: this.#ports.now(), askedBy: 'testPanel', conversation: null, world, environment } as const;
    this.#ports.actions.audit.add(describeExecution(asked, effectOf(run, input, setting), setting, result));
  }

  #performerFor(run: string, { mode, world = null, environment = null, file }: Input): ActionPerformer {
    return this.#makePerformer({
      surroundings: { mode: () => mode, world: () => world, environment: () => environment },
      file,
      consent: this.#consents.open(run, file),
      askedBy: 'testPanel',
      conversation: null,
      turns: this.#turns,
    });
  }
}

/** The engine says how it goes, and asks only for what is done outside. */
const isWorkedOut = (action: ActionRecord): boolean => isDoneByEngine(action) || action.kind === 'workflow';

const savedTalk = ({ talk }: Input) => (talk?.kind === 'session' ? { talk: { session: talk.text } } : {});

const effectOf = (run: string, input: Input, setting: EffectSetting | null): ActionRun => ({
  kind: 'action.run',
  id: run,
  action: asId<never>(input.action),
  use: null,
  arguments: input.arguments,
  timeout: setting?.action.timeout ?? 0,
  chance: randomInt(2 ** 32),
});
