import { randomUUID } from 'node:crypto';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { BridgeOutput, BridgeParsedInput } from '../../../shared/bridge/contract/bridge-contract.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import type { DemoServer } from '../demo/demo-server.ts';
import type { RunPorts } from '../host-ports.ts';
import { ActionDesk } from './action-desk.ts';
import { createConsentDesks, type ConsentDesks } from './consent-desks.ts';
import { HostedRun } from './hosted-run.ts';
import { createPerformerMaker, type MakePerformer } from './performer-maker.ts';

/** A person watches one talk, perhaps two; more than this is a page that lost count. */
const runCap = 8;

type Nothing = Record<string, never>;

/** The runs of one window, and the actions that run by themselves. */
export class RunDesk {
  readonly #ports: RunPorts;
  readonly #demo: DemoServer;
  readonly #runs = new Map<string, HostedRun>();
  readonly #consents: ConsentDesks;
  readonly #makePerformer: MakePerformer;
  readonly #actions: ActionDesk;

  constructor(ports: RunPorts, demo: DemoServer) {
    this.#ports = ports;
    this.#demo = demo;
    this.#consents = createConsentDesks(ports);
    this.#makePerformer = createPerformerMaker(ports, demo);
    this.#actions = new ActionDesk(ports, this.#consents, this.#makePerformer);
  }

  async start(input: BridgeParsedInput<'run.start'>): Promise<Result<{ run: string; program: string }, Failure>> {
    if (this.#runs.size >= runCap)
      return fail({ code: 'run.busy', detail: `${runCap} runs are going already. Stop one first.`, path: '' });
    const run = newRunId();
    const { file, mode, world = null, environment = null } = input;
    const consent = this.#consents.open(run, file);
    const hosted = new HostedRun(this.#ports, {
      run,
      mode,
      world,
      environment,
      desk: this.#ports.actions.desk,
      audit: (draft) => this.#ports.actions.audit.add(draft),
      asked: (where) => ({ ...where, at: this.#ports.now(), askedBy: 'talk', conversation: run }),
      createPerformer: (surroundings) =>
        this.#makePerformer({ surroundings, file, consent, askedBy: 'talk', conversation: run }),
      onEnd: () => {
        this.#runs.delete(run);
        this.#consents.close(run);
      },
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

  tell(run: string, act: (hosted: HostedRun) => void): Promise<Result<Nothing, Failure>> {
    return this.with(run, (hosted) => {
      act(hosted);
      return Promise.resolve(succeed({}));
    });
  }

  async consent(run: string, origin: string, allowed: boolean): Promise<Result<Nothing, Failure>> {
    return this.#consents.answer(run, origin, allowed) ? succeed({}) : fail(unknownRun);
  }

  async runAction(input: BridgeParsedInput<'action.run'>): Promise<Result<BridgeOutput<'action.run'>, Failure>> {
    const run = input.run ?? newRunId();
    if (this.#runs.has(run) || this.#actions.has(run)) return fail(takenRun(run));
    const talk = input.talk?.kind === 'run' ? this.#runs.get(input.talk.run) : null;
    return talk === undefined ? fail(unknownRun) : this.#actions.run(run, input, talk);
  }

  async cancelAction(run: string): Promise<Result<Nothing, Failure>> {
    return this.#actions.cancel(run) ? succeed({}) : fail(unknownRun);
  }

  async close(): Promise<void> {
    await Promise.all([this.#actions.close(), ...[...this.#runs.values()].map((hosted) => hosted.stop())]);
    await this.#demo.close();
  }
}

const newRunId = (): string => `run-${randomUUID()}`;
const takenRun = (run: string): Failure => ({
  code: 'run.busy',
  detail: `${run} is taken by another one.`,
  path: '',
});
const unknownRun: Failure = { code: 'run.notFound', detail: '', path: '' };
