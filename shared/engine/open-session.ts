import { compileTarget } from '../program/compile-operand.ts';
import type { Program } from '../program/program.ts';
import { zoneExists } from '../values/time-zone.ts';
import { initialContexts } from './initial-values.ts';
import { nowhere } from './place.ts';
import { setAttribute, type Written } from './set-attribute.ts';
import type { OpenOptions, SessionState, StepResult } from './session-state.ts';
import { StepDraft } from './step-draft.ts';

/** Begins a session. Every value it starts with is in the trace, so that replaying the trace gives the state. */
export function openSession(program: Program, options: OpenOptions): StepResult {
  const draft = new StepDraft(program, emptyState(program, options), options.now);
  const opened = draft.emit({
    ...draft.event(program.scenario.id, null),
    kind: 'session.opened',
    user: options.user,
    seed: options.seed,
    program: program.hash,
    ...toZone(options.zone),
  });
  const given: Written = { origin: 'default', source: null, ref: null, cause: opened };
  for (const { name, lasting, values } of initialContexts(program)) {
    // What this person left behind last time is newer than what the design begins with.
    const left = name === 'user' ? options.userAttributes : lasting ? options.userContexts?.[name] : {};
    const all = { ...values, ...left };
    for (const [attribute, value] of Object.entries(all)) {
      setAttribute(draft, { context: name, attribute }, value, given);
    }
  }
  for (const [reference, value] of Object.entries(options.attributes)) {
    const target = compileTarget(reference);
    if (target !== null) setAttribute(draft, target, value, { ...given, origin: 'edited' });
  }
  return draft.finish();
}

/** Nothing for UTC, so that most sessions do not carry it. */
const toZone = (zone: string | undefined): { readonly zone?: string } =>
  zone === undefined || zone === 'UTC' || !zoneExists(zone) ? {} : { zone };

function emptyState(program: Program, options: OpenOptions): SessionState {
  const { session, user, permissionLevel, seed, now } = options;
  return {
    v: 1,
    session,
    user,
    program: program.hash,
    permissionLevel,
    seed,
    seq: 0,
    exchange: 0,
    openedAt: now,
    heardAt: null,
    ...toZone(options.zone),
    position: nowhere,
    previous: null,
    completed: null,
    contexts: {},
    history: [],
    current: null,
    queue: [],
  };
}
