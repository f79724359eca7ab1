import { readScenario } from '../../shared/persistence/read-scenario.ts';
import type { Program } from '../../shared/program/program.ts';
import type { FromEngine, ToEngine } from '../../shared/runtime/engine-messages.ts';
import { scoreScenario } from '../../shared/understanding/score-scenario.ts';
import { tryInSteps } from '../../shared/understanding/try-utterance.ts';
import { compileWithWords } from './compile-with-words.ts';
import { firstSentence, sentenceOf } from './refusal.ts';
import { workInSlices } from './work-in-slices.ts';

type Asked<Kind extends ToEngine['kind']> = Extract<ToEngine, { kind: Kind }>;
type Scoring = { readonly request: number; readonly steps: ReturnType<typeof scoreScenario> };

/** Milliseconds it works before it looks up, and those between two words of how far it is. */
const slice = 20;
const silence = 100;

/** Measures and tries what samples teach. It rests between slices, so that newer wishes are heard and older ones end. */
export class UnderstandingDesk {
  readonly #post: (message: FromEngine) => void;
  readonly #now: () => number;
  readonly #zone: string;
  #compiled: { readonly text: string; readonly program: Program } | null = null;
  #scoring: Scoring | null = null;
  #trial: Asked<'try'> | null = null;
  #endTrial: () => void = () => undefined;
  #toldAt = 0;

  constructor(post: (message: FromEngine) => void, now: () => number, zone = 'UTC') {
    this.#post = post;
    this.#now = now;
    this.#zone = zone;
  }

  score({ request, text, seed }: Asked<'score'>): void {
    this.#stopScoring();
    const program = this.#read(request, text);
    if (program === null) return;
    const scoring = { request, steps: scoreScenario(program, seed) };
    this.#scoring = scoring;
    this.#goOn(scoring);
  }

  /** Not at once: of wishes that have piled up only the last is worth the work. */
  try(message: Asked<'try'>): void {
    this.#stopTrial();
    this.#trial = message;
    this.#later(() => {
      if (this.#trial !== message) return;
      const { request, text, utterance, scope } = message;
      const program = this.#read(request, text);
      if (program === null) this.#trial = null;
      else
        this.#endTrial = workInSlices({
          steps: tryInSteps(program, utterance, scope, { at: this.#now(), zone: this.#zone }),
          now: this.#now,
          onDone: (trial) => {
            this.#trial = null;
            this.#post({ kind: 'tried', request, trial });
          },
          onFault: this.#faulted,
        });
    });
  }

  stop(): void {
    this.#stopScoring();
    this.#stopTrial();
  }

  #goOn(scoring: Scoring): void {
    this.#later(() => {
      if (this.#scoring !== scoring) return;
      const until = this.#now() + slice;
      let step = scoring.steps.next();
      while (step.done !== true && this.#now() < until) step = scoring.steps.next();
      if (step.done === true) {
        this.#scoring = null;
        this.#post({ kind: 'scored', request: scoring.request, score: step.value });
        return;
      }
      if (this.#now() - this.#toldAt >= silence) {
        this.#toldAt = this.#now();
        this.#post({ kind: 'scoring', request: scoring.request, ...step.value });
      }
      this.#goOn(scoring);
    });
  }

  /** After what has arrived meanwhile. A fault in here ends the process's usefulness, as any other does. */
  #later(work: () => void): void {
    setImmediate(() => {
      try {
        work();
      } catch (fault) {
        this.#faulted(fault);
      }
    });
  }

  readonly #faulted = (fault: unknown): void => this.#post({ kind: 'faulted', sentence: sentenceOf(fault) });

  #stopScoring(): void {
    if (this.#scoring !== null) this.#post({ kind: 'scored', request: this.#scoring.request, score: null });
    this.#scoring = null;
  }

  #stopTrial(): void {
    this.#endTrial();
    if (this.#trial !== null) this.#post({ kind: 'tried', request: this.#trial.request, trial: null });
    this.#trial = null;
  }

  /** The same text is compiled once, however often it is asked about. */
  #read(request: number, text: string): Program | null {
    if (this.#compiled?.text === text) return this.#compiled.program;
    const read = readScenario(text);
    if (!read.ok) {
      this.#post({ kind: 'refused', request, sentence: firstSentence(read.failure) });
      return null;
    }
    const program = compileWithWords(read.value.document);
    this.#compiled = { text, program };
    return program;
  }
}
