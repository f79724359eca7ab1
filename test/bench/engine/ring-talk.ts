import { openSession } from '../../../shared/engine/open-session.ts';
import type { SessionState, StepResult } from '../../../shared/engine/session-state.ts';
import { step } from '../../../shared/engine/step.ts';
import { compileScenario } from '../../../shared/program/compile-scenario.ts';
import type { Program } from '../../../shared/program/program.ts';
import { ringScenario } from './ring-scenario.ts';

/** A session on a ring before anything was said. */
export const openRing = (program: Program, session = 'bench'): SessionState =>
  openSession(program, {
    session,
    user: 'bench',
    userAttributes: { step: 0 },
    attributes: {},
    now: 0,
    seed: 1,
    permissionLevel: 0,
  }).state;

/** One exchange: "Go on" is said, and a step of the ring is answered. */
export function goOn(program: Program, state: SessionState): StepResult {
  const at = 1000 * (state.exchange + 1);
  const result = step(program, state, { kind: 'user.said', at, utterance: { kind: 'text', text: 'Go on' } });
  // A bench of something that does not work would be the fastest of all.
  if (result.outputs.length !== 1) throw new Error('the benched talk must get one reply an exchange');
  if (result.trace.length < 10) throw new Error('the benched talk must be traced');
  return result;
}

/** The state after so many exchanges. */
export function afterExchanges(program: Program, state: SessionState, exchanges: number): SessionState {
  let reached = state;
  for (let exchange = 0; exchange < exchanges; exchange += 1) reached = goOn(program, reached).state;
  return reached;
}

/** One exchange of a talk that keeps its own state. */
export type RingTalk = (text: string) => { readonly outputs: readonly object[]; readonly trace: readonly object[] };

const whatIsSaid = 'Go on';

/** The same through the engine. */
export function engineTalk(turns: number, elsewhere = 0): RingTalk {
  const program = compileScenario(ringScenario(turns, elsewhere));
  let state = openRing(program);
  return () => {
    const { outputs, trace, state: reached } = goOn(program, state);
    state = reached;
    return { outputs, trace };
  };
}

/** One exchange after another, with the full trace handed out each time. */
export const talkOn =
  (talk: RingTalk): ((exchanges: number) => void) =>
  (exchanges) => {
    for (let exchange = 0; exchange < exchanges; exchange += 1) {
      const { outputs, trace } = talk(whatIsSaid);
      if (outputs.length !== 1 || trace.length < 10) throw new Error('the benched talk must be answered and traced');
    }
  };

export const talkThrough = (turns: number, elsewhere = 0): ((exchanges: number) => void) =>
  talkOn(engineTalk(turns, elsewhere));

/** The same with every event written as a line of text. */
export function talkAndWrite(turns: number): (exchanges: number) => void {
  const talk = engineTalk(turns);
  return (exchanges) => {
    let written = 0;
    for (let exchange = 0; exchange < exchanges; exchange += 1)
      for (const event of talk(whatIsSaid).trace) written += JSON.stringify(event).length + 1;
    if (written < 1000 * exchanges) throw new Error('the benched trace must be written');
  };
}
