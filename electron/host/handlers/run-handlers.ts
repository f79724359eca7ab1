import { randomUUID } from 'node:crypto';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { BridgeParsedInput } from '../../../shared/bridge/contract/bridge-contract.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import type { BridgeHandlers } from '../../../shared/bridge/dispatch.ts';
import type { EffectResult } from '../../../shared/engine/effect.ts';
import { asId } from '../../../shared/model/ids.ts';
import { createDemoServer, type DemoServer } from '../demo/demo-server.ts';
import { createActionPerformer, type ActionPerformer } from '../effects/action-performer.ts';
import { systemClock } from '../effects/system-clock.ts';
import type { RunPorts } from '../host-ports.ts';
import { createConsentDesk, type ConsentDesk } from '../run/consent-desk.ts';
import { createEngineLink } from '../run/engine-link.ts';
import { HostedRun, type Surroundings } from '../run/hosted-run.ts';

type RunMethod = Extract<keyof BridgeHandlers, `run.${string}` | `action.${string}`>;
export type RunHandlers = Pick<BridgeHandlers, RunMethod>;

/** A person watches one talk, perhaps two; more than this is a page that lost count. */
const runCap = 8;

/** Everything the page may ask about runs. One demo service for all of them, so that a refund is seen by the next run. */
export function createRunHandlers(ports: RunPorts, demo: DemoServer = createDemoServer()): RunHandlers {
  const desk = new RunDesk(ports, demo);
  ports.onRelease(() => void desk.close());
  return {
    'run.start': (input) => desk.start(input),
    'run.reload': ({ run, text }) => desk.with(run, (hosted) => hosted.reload(text)),
    'run.say': ({ run, utterance }) => desk.tell(run, (hosted) => hosted.tell({ kind: 'say', utterance })),
    'run.confirm': ({ run, approved }) => desk.tell(run, (hosted) => hosted.tell({ kind: 'confirm', approved })),
    'run.set': ({ run, reference, value }) =>
      desk.tell(run, (hosted) => hosted.tell({ kind: 'set', reference, value })),
    'run.setMode': ({ run, mode }) => desk.tell(run, (hosted) => hosted.setMode(mode)),
    'run.setWorld': ({ run, world }) => desk.tell(run, (hosted) => hosted.setWorld(world)),
    'run.setEnvironment': ({ run, environment }) => desk.tell(run, (hosted) => hosted.setEnvironment(environment)),
    'run.cancel': ({ run }) => desk.tell(run, (hosted) => hosted.tell({ kind: 'cancel' })),
    'run.stop': ({ run }) => desk.with(run, (hosted) => hosted.stop().then(() => succeed({}))),
    'run.consent': ({ run, origin, allowed }) => desk.consent(run, origin, allowed),
    'action.run': (input) => desk.runAction(input),
    'action.cancel': ({ run }) => desk.cancelAction(run),
  };
}

class RunDesk {
  readonly #ports: RunPorts;
  readonly #demo: DemoServer;
  readonly #runs = new Map<string, HostedRun>();
  /** Single actions under test. */
  readonly #actions = new Map<string, AbortController>();
  /** Of runs and of single actions under test alike. */
  readonly #consents = new Map<string, ConsentDesk>();

  constructor(ports: RunPorts, demo: DemoServer) {
    this.#ports = ports;
    this.#demo = demo;
  }

  async start(input: BridgeParsedInput<'run.start'>): Promise<Result<{ run: string; program: string }, Failure>> {
    if (this.#runs.size >= runCap)
      return fail({ code: 'run.busy', detail: `${runCap} runs are going already. Stop one first.`, path: '' });
    const run = newRunId();
    const consent = this.#openConsent(run, input.file);
    const hosted = new HostedRun(this.#ports, {
      run,
      mode: input.mode,
      world: input.world ?? null,
      environment: input.environment ?? null,
      createPerformer: (surroundings) => this.#performer(surroundings, input.file, consent),
      onEnd: () => this.#forget(run),
    });
    this.#runs.set(run, hosted);
    const started = await hosted.start(input);
    if (started.ok) return succeed({ run, program: started.value.program });
    await hosted.stop();
    return started;
  }

  async with<Value>(
    run: string,
    act: (hosted: HostedRun) => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure>> {
    const hosted = this.#runs.get(run);
    return hosted === undefined ? fail(unknownRun) : act(hosted);
  }

  tell(run: string, act: (hosted: HostedRun) => void): Promise<Result<Record<string, never>, Failure>> {
    return this.with(run, (hosted) => {
      act(hosted);
      return Promise.resolve(succeed({}));
    });
  }

  async consent(run: string, origin: string, allowed: boolean): Promise<Result<Record<string, never>, Failure>> {
    const desk = this.#consents.get(run);
    if (desk === undefined) return fail(unknownRun);
    desk.answer(origin, allowed);
    return succeed({});
  }

  /** One action by itself: the engine's process says what there is to do, this one does it. */
  async runAction(input: BridgeParsedInput<'action.run'>): Promise<Result<EffectResult, Failure>> {
    const run = input.run ?? newRunId();
    if (this.#runs.has(run) || this.#actions.has(run)) return fail(takenRun(run));
    const stop = new AbortController();
    this.#actions.set(run, stop);
    const link = createEngineLink(this.#ports.startEngine, { hear: () => undefined, lose: () => undefined });
    const described = await link.describe({ kind: 'describe', text: input.text, action: input.action });
    link.stop();
    if (!described.ok) {
      this.#forget(run);
      return described;
    }
    const { mode, world = null, environment = null } = input;
    const surroundings = { mode: () => mode, world: () => world, environment: () => environment };
    const performer = this.#performer(surroundings, input.file, this.#openConsent(run, input.file));
    const effect = {
      kind: 'action.run',
      id: run,
      action: asId<never>(input.action),
      use: null,
      arguments: input.arguments,
      timeout: described.value?.action.timeout ?? 0,
    } as const;
    try {
      return succeed(await performer.run(effect, described.value, stop.signal));
    } finally {
      this.#forget(run);
      await performer.close();
    }
  }

  async cancelAction(run: string): Promise<Result<Record<string, never>, Failure>> {
    const stop = this.#actions.get(run);
    if (stop === undefined) return fail(unknownRun);
    stop.abort();
    return succeed({});
  }

  async close(): Promise<void> {
    for (const stop of this.#actions.values()) stop.abort();
    await Promise.all([...this.#runs.values()].map((hosted) => hosted.stop()));
    await this.#demo.close();
  }

  #openConsent(run: string, file: string | null): ConsentDesk {
    const key = (): string => this.#ports.standing(file).key;
    const desk = createConsentDesk(
      {
        get: (what) => this.#ports.consents.get(key(), what),
        set: (what, allowed) => this.#ports.consents.set(key(), what, allowed),
      },
      (origin, secret) =>
        this.#ports.emit({
          name: 'run.consentAsked',
          payload: { run, origin, ...(secret === null ? {} : { secret }) },
        }),
    );
    this.#consents.set(run, desk);
    return desk;
  }

  #performer({ mode }: Surroundings, file: string | null, consent: ConsentDesk): ActionPerformer {
    return createActionPerformer({
      mode,
      isTrusted: () => this.#ports.standing(file).trusted,
      secretNamed: (name) => this.#ports.vault.get(name),
      consent,
      demo: this.#demo,
      ownPorts: () => this.#demo.listening(),
      clock: systemClock,
    });
  }

  #forget(run: string): void {
    this.#runs.delete(run);
    this.#actions.delete(run);
    this.#consents.delete(run);
  }
}

const newRunId = (): string => `run-${randomUUID()}`;
const takenRun = (run: string): Failure => ({ code: 'run.busy', detail: `${run} is taken by another one.`, path: '' });
const unknownRun: Failure = { code: 'run.notFound', detail: '', path: '' };
