import type { Interpreter } from '../interpreter/interpreter.ts';
import { interpreterMessage, type InterpreterMessage } from '../protocol/interpreter-message.ts';
import { graceMilliseconds, type PythonFailureKind, type PythonOutcome, type PythonRun } from '../python-port.ts';
import { createHostDesk, type HostDesk } from './host-desk.ts';
import { readOutcome } from './read-outcome.ts';

/** The note about what was not kept comes on top of what was. */
const printSlack = 1024;
/** The host's clock decides; an interpreter's own fires a moment later. */
const clockSlack = 25;

/**
 * Runs one script on an interpreter that is ready, and ends the interpreter whatever comes of it. Messages are a
 * stranger's: one result, so much print, so many calls, and nothing after the end.
 */
export const runOnInterpreter = (
  interpreter: Interpreter,
  run: PythonRun,
  signal: AbortSignal,
): Promise<PythonOutcome> =>
  new Promise((resolve) => {
    const watch = new RunWatch(interpreter, run, signal, resolve);
    watch.begin();
  });

type Ending =
  | Pick<PythonOutcome & { readonly ok: true }, 'ok' | 'result'>
  | Omit<PythonOutcome & { readonly ok: false }, 'printed' | 'milliseconds'>;

class RunWatch {
  readonly #interpreter: Interpreter;
  readonly #run: PythonRun;
  readonly #signal: AbortSignal;
  readonly #resolve: (outcome: PythonOutcome) => void;
  readonly #ended = new AbortController();
  readonly #desk: HostDesk;
  #timer: NodeJS.Timeout | undefined;
  #printed = '';
  #printedBytes = 0;
  #isLate = false;
  readonly #beganAt = performance.now();

  constructor(
    interpreter: Interpreter,
    run: PythonRun,
    signal: AbortSignal,
    resolve: (outcome: PythonOutcome) => void,
  ) {
    this.#interpreter = interpreter;
    this.#run = run;
    this.#signal = signal;
    this.#resolve = resolve;
    this.#desk = createHostDesk(run, this.#ended.signal, (answer) => interpreter.post(answer));
  }

  begin(): void {
    const { code, fileName, context, limits } = this.#run;
    this.#interpreter.onMessage((message) => this.#receive(message));
    this.#interpreter.onExit((reason) => (this.#isLate ? this.#failLate() : this.#fail('crashed', crash(reason))));
    this.#signal.addEventListener('abort', this.#cancel);
    if (this.#signal.aborted) return this.#cancel();
    this.#interpreter.post({
      kind: 'run',
      code,
      fileName,
      context: JSON.stringify(context),
      printBytes: limits.printBytes,
      resultBytes: limits.resultBytes,
      heap: limits.heap,
      milliseconds: limits.timeout + clockSlack,
    });
    this.#timer = setTimeout(() => this.#stop(), limits.timeout);
  }

  /** At the limit: asked to stop, and ended a little later if it does not. */
  #stop(): void {
    this.#isLate = true;
    this.#interpreter.interrupt();
    // A script that waits for an answer hears that none will come, so that it can stop.
    this.#desk.close(this.#lateSentence());
    this.#timer = setTimeout(() => this.#failLate(), graceMilliseconds);
  }

  #receive(message: unknown): void {
    if (this.#ended.signal.aborted) return;
    const checked = interpreterMessage.safeParse(message);
    if (checked.success) this.#hear(checked.data);
    else this.#fail('protocol', 'The interpreter said something that is no message.');
  }

  #hear(message: InterpreterMessage): void {
    switch (message.kind) {
      case 'print':
        return this.#print(message.text);
      case 'call':
        if (!this.#desk.take(message)) this.#fail('protocol', 'The script asked the host on and on.');
        return;
      case 'done':
        return this.#finish(message.outcome);
      case 'failed':
        return this.#fail('crashed', crash(message.message));
      case 'ready':
        return this.#fail('protocol', 'The interpreter said something out of turn.');
    }
  }

  #print(text: string): void {
    this.#printedBytes += Buffer.byteLength(text);
    if (this.#printedBytes > this.#run.limits.printBytes + printSlack)
      return this.#fail('protocol', 'The script printed past its limit.');
    this.#printed += text;
    this.#run.onPrint(text);
  }

  #finish(text: string): void {
    const outcome = readOutcome(text, this.#run.limits.resultBytes);
    const wasInterrupted = !outcome.ok && outcome.kind === 'interrupted';
    // What comes after the limit is no result any more; where the script was is still worth telling.
    if (this.#isLate || (wasInterrupted && this.#elapsed() >= this.#run.limits.timeout))
      this.#failLate(outcome.line, outcome.traceback);
    else if (outcome.ok) this.#settle({ ok: true, result: outcome.result });
    else
      this.#settle(
        outcome.kind === 'interrupted' ? { ...outcome, kind: 'python' } : { ...outcome, kind: outcome.kind },
      );
  }

  readonly #cancel = (): void => this.#fail('cancelled', 'The script was stopped.');

  #failLate(line: number | null = null, traceback = ''): void {
    this.#fail('timeout', this.#lateSentence(), line, traceback);
  }

  #elapsed(): number {
    return performance.now() - this.#beganAt;
  }

  #lateSentence(): string {
    return `The script ran longer than ${this.#run.limits.timeout / 1000} s.`;
  }

  #fail(kind: PythonFailureKind, message: string, line: number | null = null, traceback = ''): void {
    this.#settle({ ok: false, kind, message, line, traceback });
  }

  #settle(outcome: Ending): void {
    if (this.#ended.signal.aborted) return;
    this.#ended.abort();
    clearTimeout(this.#timer);
    this.#signal.removeEventListener('abort', this.#cancel);
    this.#interpreter.kill();
    this.#resolve({ ...outcome, printed: this.#printed, milliseconds: this.#elapsed() });
  }
}

const crash = (reason: string): string => `Python ended before the script did: ${reason.slice(0, 1000)}`;
