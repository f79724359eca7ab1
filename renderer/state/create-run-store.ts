import type { StoreApi } from 'zustand/vanilla';
import type { HostClient } from '../../shared/bridge/client.ts';
import type { HostEvent } from '../../shared/bridge/contract/event-contract.ts';
import type { TraceEvent } from '../../shared/engine/trace-event.ts';
import type { Utterance } from '../../shared/engine/utterance.ts';
import { spokenText } from './run-bubbles.ts';
import { withDeskEvent } from './desk-bubbles.ts';
import type { Highlight, Lit } from './run-highlights.ts';
import { createRunLine } from './run-line.ts';
import { browserScheduler, type Scheduler } from './run-scheduler.ts';
import { createRunState, emptyRun, type RunActions, type RunState } from './run-store.ts';
import { createRunWishes, languageReference } from './run-wishes.ts';
import { createRunView } from './run-view.ts';

/**
 * The running talk. State for the panels; highlights by record id, so that a trace event at 60 a second re-renders the
 * nodes it touches and nothing else.
 */
export type RunStore = Pick<StoreApi<RunState>, 'getState' | 'getInitialState' | 'subscribe'> &
  RunActions & {
    /** Ids of records and action uses; contexts and attributes as `contextLight` and `attributeLight` name them. */
    readonly highlightOf: (id: string) => Highlight | null;
    readonly onHighlight: (id: string, listener: () => void) => () => void;
    /** A highlight with the event it comes from: why a candidate was rejected, how long an action took, what changed. */
    readonly litAs: (id: string) => Lit | null;
    readonly allLit: () => ReadonlyMap<string, Lit>;
    /** Hears the events in order, at the moment they are shown. */
    readonly onShown: (listener: (events: readonly TraceEvent[]) => void) => () => void;
    readonly eventAt: (seq: number) => TraceEvent | undefined;
    /** Marks what the exchange on show did with a record, without turning the lights back. */
    readonly chooseRecord: (id: string) => void;
    /** 1 is natural speed; 0 shows everything at once. */
    readonly setSpeed: (speed: number) => void;
    /** Another scenario is shown: ends the talk and forgets it. */
    readonly reset: () => Promise<void>;
    /** Empties the trace and the actions log; the talk goes on. */
    readonly clearTrace: () => void;
  };

export type RunStoreOptions = {
  readonly scheduler?: Scheduler;
  /** What chance in the talk is made from. */
  readonly makeSeed?: () => number;
};

export function createRunStore(host: HostClient, options: RunStoreOptions = {}): RunStore {
  const { scheduler = browserScheduler, makeSeed = randomSeed } = options;
  const store = createRunState();
  const view = createRunView(store, scheduler);
  const { ask, tell } = createRunLine(host, store);
  const set = (changes: Partial<RunState>): void => store.setState(changes);
  /** What the host told of a run before it answered which run that is. */
  let early: HostEvent[] = [];
  let starts = 0;
  /** The last event of the trace that has come in, shown or not. */
  let heard = { seq: 0, exchange: 0 };
  /** Has the talk take over the edits it does not know of yet. */
  let takeEdits: (() => Promise<void>) | null = null;
  let taken: Promise<void> = Promise.resolve();

  const say = async (utterance: Utterance, isShown = true): Promise<void> => {
    if (store.getState().run === null) return;
    view.catchUp();
    const { unheard } = store.getState();
    const isSpoken = utterance.kind !== 'opened' && utterance.kind !== 'restart' && utterance.kind !== 'endChat';
    set({ failure: null, ...(isSpoken ? { unheard: [...unheard, isShown ? spokenText(utterance) : ''] } : {}) });
    // What is on screen is what is talked to; who speaks twice meanwhile is heard in order.
    if (takeEdits !== null) taken = takeEdits();
    await taken;
    const isHeard = await tell('run.say', (run) => ({ run, utterance }));
    if (!isHeard && isSpoken) set({ unheard: store.getState().unheard.slice(0, -1) });
  };

  const stop = async (): Promise<void> => {
    const { run } = store.getState();
    starts += 1;
    view.catchUp();
    set({ run: null, starting: false, waiting: null, consentFor: null, unheard: [], isAtDesk: false });
    if (run !== null) await ask('run.stop', { run });
  };

  const forget = (): void => {
    view.clear();
    early = [];
    heard = { seq: 0, exchange: 0 };
    takeEdits = null;
    set({ ...emptyRun, ...choicesOf(store.getState()) });
  };

  const start = async (text: string, file: string | null): Promise<void> => {
    await stop();
    const mine = starts;
    const { mode, world, environment, language } = store.getState();
    forget();
    set({ starting: true });
    const chosen = { mode, world, environment };
    const attributes = language === null ? {} : { [languageReference]: language };
    const reply = await ask('run.start', { text, file, ...chosen, seed: makeSeed(), attributes });
    if (mine !== starts) {
      if (reply.ok) await ask('run.stop', { run: reply.value.run });
      return;
    }
    if (!reply.ok) return set({ starting: false, failure: reply.failure });
    set({ run: reply.value.run, starting: false, waiting: 'user' });
    for (const event of early.splice(0)) receive(event);
    await say({ kind: 'opened' });
  };

  const reload = async (text: string): Promise<void> => {
    const { run } = store.getState();
    takeEdits = null;
    if (run === null) return;
    set({ edits: 'waiting' });
    const reply = await ask('run.reload', { run, text });
    if (store.getState().run !== run) return;
    if (reply.ok || reply.failure.code === 'run.invalidScenario') set({ edits: reply.ok ? 'used' : 'refused' });
    else set({ failure: reply.failure });
  };

  const edited = (take: () => Promise<void>): void => {
    if (store.getState().run === null) return;
    takeEdits = take;
    set({ edits: 'waiting' });
  };

  const receive = (event: HostEvent): void => {
    if (runOf(event) === null) return;
    const { run, starting } = store.getState();
    if (starting) early.push(event);
    else if (runOf(event) === run) hear(event);
  };

  const hear = (event: HostEvent): void => {
    switch (event.name) {
      case 'run.traced':
        heard = event.payload.events.at(-1) ?? heard;
        return view.add(event.payload.events);
      case 'run.replied':
        return view.addMessages(event.payload.messages);
      case 'run.waited':
        return set({ waiting: event.payload.waiting, mode: event.payload.mode });
      case 'run.consentAsked':
        return set({ consentFor: { origin: event.payload.origin, secret: event.payload.secret ?? null } });
      case 'run.failed':
        view.catchUp();
        return set({ ...over, failure: event.payload.failure });
      case 'desk.given':
      case 'desk.said':
      case 'desk.returned':
      case 'desk.left':
        return set(withDeskEvent(store.getState(), event, heard));
      default:
    }
  };

  host.onEvent(receive);
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    start,
    stop,
    say,
    reload,
    edited,
    reset: async () => {
      const stopped = stop();
      forget();
      set({ world: null, environment: null, language: null });
      await stopped;
    },
    ...createRunWishes(store, tell),
    ...view.actions,
  };
}

/** What a person chose for the next talk as well. */
const choicesOf = ({ mode, world, environment, language }: RunState) => ({ mode, world, environment, language });

const over = { run: null, waiting: null, consentFor: null, unheard: [], isAtDesk: false } as const;

/** The run an event is about; null for one that is about none. */
function runOf(event: HostEvent): string | null {
  if (event.name === 'desk.given') return event.payload.talk.session;
  return 'payload' in event && 'run' in event.payload ? event.payload.run : null;
}

const randomSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
