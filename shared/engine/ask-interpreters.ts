import type { ExpectedAttribute } from '../interpret/extract-attributes.ts';
import { isAsked, isAsynchronous } from '../model/interpreter-record.ts';
import type { Program } from '../program/program.ts';
import type { Candidate, Scope } from '../program/scope.ts';
import { chooseLanguage } from './choose-language.ts';
import type { InterpretCandidate, InterpretRun } from './effect.ts';
import { interpreterGroups, type InterpreterGroup } from './interpreter-groups.ts';
import { MASK } from './mask.ts';
import { coverSaid } from './mask-utterance.ts';
import { scopeHere } from './place.ts';
import { utteranceText } from './read-context.ts';
import { enterScope, guardsHold, guardsOf, knownGuards, type Search } from './search.ts';
import type { PendingInterpretation, SessionState } from './session-state.ts';
import { spendStep } from './spend-budget.ts';
import { StepDraft, type MutableExchange } from './step-draft.ts';
import { isWords, toHeard } from './to-heard.ts';
import type { Utterance } from './utterance.ts';

/** A group whose interpreter is not at hand. */
type AskedGroup = InterpreterGroup & { readonly record: NonNullable<InterpreterGroup['record']> };

/**
 * Asks every interpreter that is not at hand and reads for an intent in scope, all at once. True when the exchange now
 * waits for their answers.
 */
export function askInterpreters(draft: StepDraft, exchange: MutableExchange, utterance: Utterance): boolean {
  const heard = toHeard(utterance, draft.at, draft.before.zone);
  if (!asksAnybody(draft.program) || !isWords(heard)) return false;
  const scope = scopeHere(draft, 'USER');
  const groups = askedGroups(draft.program, scope);
  if (groups.length === 0) return false;
  const search = enterScope(draft, scope, 'utterance');
  const asked = groups.flatMap((group) => {
    const open = openCandidates(draft, search, group);
    return open.length === 0 || !spendStep(draft) ? [] : [{ group, open }];
  });
  const concealed = asked.some(({ group, open }) => mayTellSecrets(draft, group, open));
  exchange.cursor = {
    at: 'understand',
    asked: draft.at,
    entered: search.entered,
    guards: knownGuards(search),
    concealed,
    readings: [],
  };
  if (asked.length === 0 || exchange.exhausted) return false;
  if (concealed) coverSaid(draft);
  const pending = asked.map(({ group, open }) => request(draft, search, group, open, concealed));
  exchange.awaited = { kind: 'interpretation', pending };
  draft.emit({ ...draft.event(null, pending.at(-1)?.requested ?? search.entered), kind: 'run.paused', why: 'effects' });
  return true;
}

/** What an exchange waits for, to be asked again after a session was put down and taken up; null: it cannot be. */
export function awaitedInterpretations(
  program: Program,
  state: SessionState,
): readonly { readonly effect: string; readonly run: InterpretRun | null }[] {
  const { awaited, cursor } = state.current ?? {};
  if (awaited?.kind !== 'interpretation' || cursor?.at !== 'understand') return [];
  const draft = new StepDraft(program, state, cursor.asked);
  const scope = scopeHere(draft, 'USER');
  const search: Search = { scope, entered: cursor.entered, guards: guardsOf(program, cursor.guards) };
  return awaited.pending.map(({ effect, interpreter }) => {
    const group = askedGroups(program, scope).find((each) => each.interpreter === interpreter);
    return {
      effect,
      run: group === undefined ? null : toRun(draft, group, openCandidates(draft, search, group), effect),
    };
  });
}

/** The groups of a scope whose interpreter has to be asked. */
export const askedGroups = (program: Program, scope: Scope): readonly AskedGroup[] =>
  interpreterGroups(program, scope).filter(
    (group): group is AskedGroup => group.record !== null && isAsynchronous(group.record),
  );

const asking = new WeakMap<Program, boolean>();

/** Most scenarios ask nobody, and should not pay for those that do. */
function asksAnybody(program: Program): boolean {
  let asks = asking.get(program);
  if (asks === undefined) asking.set(program, (asks = [...program.interpreters.values()].some(isAsynchronous)));
  return asks;
}

const openCandidates = (draft: StepDraft, search: Search, group: AskedGroup): readonly Candidate[] =>
  search.scope.candidates.filter(
    (candidate) => candidate.intent.interpreter === group.interpreter && guardsHold(draft, search, candidate),
  );

function request(
  draft: StepDraft,
  search: Search,
  group: AskedGroup,
  open: readonly Candidate[],
  concealed: boolean,
): PendingInterpretation {
  const { id: interpreter, name } = group.record;
  const effect = `${draft.before.session}.${draft.seq + 1}`;
  const run = toRun(draft, group, open, effect);
  draft.effects.push(run);
  const requested = draft.emit({
    ...draft.event(interpreter, search.entered),
    kind: 'effect.requested',
    effect,
    effectKind: 'interpret.run',
    action: interpreter,
    name,
    arguments: { text: concealed ? MASK : run.text },
  });
  return { effect, interpreter, requested };
}

function toRun(draft: StepDraft, group: AskedGroup, open: readonly Candidate[], id: string): InterpretRun {
  const { record } = group;
  return {
    kind: 'interpret.run',
    id,
    interpreter: record.id,
    text: draft.current === null ? '' : utteranceText(draft.current.utterance),
    at: draft.at,
    ...(draft.before.zone === undefined ? {} : { zone: draft.before.zone }),
    candidates: toCandidates(offers(group), open),
    language: chooseLanguage(draft) ?? draft.program.settings.languages?.base ?? '',
    timeout: isAsked(record) ? record.timeout : localTimeout,
  };
}

/** A model on this machine takes milliseconds once it is read; reading it may take seconds. */
const localTimeout = 30_000;

type Offers = ReadonlyMap<string, readonly ExpectedAttribute[]>;

/** What an interpreter may answer: intent ids, and for each the attributes its intents expect or have slots for. */
export const offers = ({ expected, samples }: InterpreterGroup): Offers =>
  new Map(samples.intents.map(({ intentId }) => [intentId, expected.get(intentId) ?? []]));

/** One for each intent id: intents that share it are heard as one. */
function toCandidates(offered: Offers, open: readonly Candidate[]): readonly InterpretCandidate[] {
  const found = new Map<string, InterpretCandidate>();
  for (const { intent } of open) {
    const { intentId, name, description, samples } = intent.record;
    const known = found.get(intentId);
    const made = { intentId, name, description, samples, expected: offered.get(intentId) ?? [] };
    found.set(intentId, known === undefined ? made : { ...known, samples: [...known.samples, ...samples] });
  }
  return [...found.values()];
}

/** Whether an answer may hold a sensitive value: then nobody knows yet which of the words must not be shown. */
function mayTellSecrets(draft: StepDraft, group: AskedGroup, open: readonly Candidate[]): boolean {
  const { sensitive } = draft.program;
  if (sensitive.size === 0) return false;
  const offered = offers(group);
  return open.some(({ intent }) => offered.get(intent.record.intentId)?.some(({ name }) => sensitive.has(name)));
}
