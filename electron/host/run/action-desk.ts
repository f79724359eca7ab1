import { succeed, type Result } from '../../../shared/base/result.ts';
import type { BridgeParsedInput } from '../../../shared/bridge/contract/bridge-contract.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import type { EffectResult } from '../../../shared/engine/effect.ts';
import { asId } from '../../../shared/model/ids.ts';
import type { EffectSetting } from '../../../shared/runtime/effect-setting.ts';
import type { RunPorts } from '../host-ports.ts';
import type { ConsentDesks } from './consent-desks.ts';
import { createEngineLink } from './engine-link.ts';
import type { HostedRun } from './hosted-run.ts';
import type { MakePerformer } from './performer-maker.ts';

type Input = BridgeParsedInput<'action.run'>;

/** Actions that run by themselves: an engine's process says what there is to do, this one does it. */
export class ActionDesk {
  readonly #ports: RunPorts;
  readonly #consents: ConsentDesks;
  readonly #makePerformer: MakePerformer;
  readonly #under = new Map<string, AbortController>();
  readonly #work = new Set<Promise<unknown>>();

  constructor(ports: RunPorts, consents: ConsentDesks, makePerformer: MakePerformer) {
    this.#ports = ports;
    this.#consents = consents;
    this.#makePerformer = makePerformer;
  }

  has(run: string): boolean {
    return this.#under.has(run);
  }

  /** `talk` is the run it belongs to, where it belongs to one that is under way. */
  async run(run: string, input: Input, talk: HostedRun | null): Promise<Result<EffectResult, Failure>> {
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
  ): Promise<Result<EffectResult, Failure>> {
    const described = await this.#describe(input, talk);
    return described.ok ? succeed(await this.#perform(run, input, described.value, signal)) : described;
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

  async #describe(
    { text, action, talk }: Input,
    run: HostedRun | null,
  ): Promise<Result<EffectSetting | null, Failure>> {
    if (run !== null) return run.describe(text, action);
    const link = createEngineLink(this.#ports.startEngine, { hear: () => undefined, lose: () => undefined });
    const session = talk?.kind === 'session' ? { talk: { session: talk.text } } : {};
    const described = await link.describe({ kind: 'describe', text, action, ...session });
    link.stop();
    return described;
  }

  async #perform(run: string, input: Input, setting: EffectSetting | null, signal: AbortSignal): Promise<EffectResult> {
    const { mode, world = null, environment = null, file } = input;
    const performer = this.#makePerformer({
      surroundings: { mode: () => mode, world: () => world, environment: () => environment },
      file,
      consent: this.#consents.open(run, file),
      askedBy: 'testPanel',
      conversation: null,
    });
    try {
      return await performer.run(
        {
          kind: 'action.run',
          id: run,
          action: asId<never>(input.action),
          use: null,
          arguments: input.arguments,
          timeout: setting?.action.timeout ?? 0,
        },
        setting,
        signal,
      );
    } finally {
      await performer.close();
    }
  }
}
