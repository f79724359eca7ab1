import type { Contestant } from '../measure.ts';
import type { LoadPeer } from './install-peers.ts';

type Event = { readonly type: 'said'; readonly text: string };
type Context = { readonly step: number | null; readonly reply: string };
type Scope = { readonly context: Context; readonly event: Event };
type Xstate = {
  readonly createMachine: (config: object) => object;
  readonly assign: (change: Partial<Context> | ((scope: Scope) => Partial<Context>)) => object;
  readonly createActor: (
    machine: object,
    options: object,
  ) => {
    readonly start: () => void;
    readonly send: (event: Event) => void;
    readonly getSnapshot: () => { readonly context: Context };
  };
};

/** What becomes of an actor's inspections: there are none, they are kept for the exchange, or each is written down. */
export type Inspection = 'none' | 'kept' | 'written';

/**
 * The ring as an XState actor: a turn is a state in which the user is waited for, with the samples and the condition in
 * its guard, and one in which the app sets the attribute, answers and goes on. That is the least it can be made of: what
 * is heard is looked up in a set, and the four inspections of an exchange say which states it went through, not why.
 */
export function stateMachineRing(load: LoadPeer, turns: number, inspection: Inspection): Contestant {
  const { createMachine, assign, createActor } = load('xstate') as Xstate;
  const states: [string, object][] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const samples = new Set(['go on', `go on to ${turn + 1}`]);
    const isHeard = ({ context, event }: Scope): boolean =>
      samples.has(event.text.toLowerCase()) && context.step !== null;
    const answer = [
      assign({ step: turn }),
      assign(({ context }) => ({ reply: `This is step ${String(context.step)}.` })),
    ];
    states.push([`user-${turn}`, { on: { said: { guard: isHeard, target: `app-${turn}` } } }]);
    states.push([`app-${turn}`, { entry: answer, always: { target: `user-${(turn + 1) % turns}` } }]);
  }
  const machine = createMachine({
    id: 'ring',
    initial: 'user-0',
    context: { step: 0, reply: '' },
    states: Object.fromEntries(states),
  });
  let trace: unknown[] = [];
  const inspect = (event: object): void => void trace.push(inspection === 'kept' ? event : JSON.stringify(event));
  const actor = createActor(machine, inspection === 'none' ? {} : { inspect });
  actor.start();
  return (exchanges) => {
    for (let exchange = 0; exchange < exchanges; exchange += 1) {
      trace = [];
      actor.send({ type: 'said', text: 'Go on' });
      if (!actor.getSnapshot().context.reply.startsWith('This is step') || (inspection !== 'none') !== trace.length > 0)
        throw new Error('the peer must do the same visible work');
    }
  };
}
