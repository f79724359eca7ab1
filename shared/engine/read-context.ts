import type { Json, JsonObject } from '../base/json.ts';
import type { Program, ProgramIntent } from '../program/program.ts';
import { MASK } from './mask.ts';
import type { ContextValues, Exchange, SessionState } from './session-state.ts';
import { linesOf, type TalkHistory } from './talk-history.ts';
import type { PositionSnapshot } from './trace-event.ts';
import type { Utterance } from './utterance.ts';
import { readWorkflow, type WorkflowScope } from './workflow/workflow-scope.ts';

/** What can be read while a step is worked on. */
export type ReadableSession = {
  readonly program: Program;
  readonly at: number;
  readonly before: SessionState;
  readonly contexts: ContextValues;
  readonly current: Exchange | null;
  readonly position: PositionSnapshot;
  readonly completed: string | null;
  readonly history: TalkHistory;
  /** What was interpreted for the candidate whose conditions are checked: the `_intent` context. */
  readonly interpreted: JsonObject | null;
  /** The intent whose actions and messages run; the `conversation` context speaks of it. */
  readonly handling: ProgramIntent | null;
  readonly message: { readonly id: string; readonly name: string } | null;
  /** While a step of a workflow is looked at. */
  readonly workflow?: WorkflowScope | null;
};

/** What an attribute holds right now. Unknown contexts and attributes hold nothing; reading never fails. */
export function readContext(session: ReadableSession, context: string, attribute: string): Json {
  if (session.workflow != null) {
    const ofWorkflow = readWorkflow(session.workflow, context, attribute);
    if (ofWorkflow !== undefined) return ofWorkflow;
  }
  switch (context) {
    case 'conversation':
      return readConversation(session, attribute);
    case 'history':
      return readHistory(session, attribute);
    case '_intent':
      return own(session.interpreted, attribute);
    case 'secret':
      // The engine never holds a secret; whoever asks sees that there is one to hide.
      return MASK;
    case 'user':
      return own(session.contexts['user'], attribute) ?? readPerson(session, attribute);
    default: {
      const record = session.program.contexts.get(context);
      if (record !== undefined && (record.lifetime === 'constant' || context === 'global'))
        return own(record.values, attribute);
      return Object.hasOwn(session.contexts, context) ? own(session.contexts[context], attribute) : null;
    }
  }
}

const own = (values: { readonly [name: string]: Json } | null | undefined, name: string): Json =>
  values != null && Object.hasOwn(values, name) ? (values[name] ?? null) : null;

/** What the engine knows about the person without storing it. */
function readPerson(session: ReadableSession, attribute: string): Json {
  const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);
  const last = session.current === null ? session.before.heardAt : session.current.heardBefore;
  switch (attribute) {
    case 'utterance_text':
      return session.current === null ? null : utteranceText(session.current.utterance);
    case 'utterance':
      return session.current === null ? null : utteranceValue(session, session.current.utterance);
    case 'selected_scenario':
      // Scenarios of other systems ask whether they are the one somebody wants; here the one that runs is.
      return session.program.scenario.id;
    case 'first_seen':
      return seconds(session.before.openedAt);
    case 'last_seen':
      return last === null ? null : seconds(last);
    case 'seconds_since_last_seen':
      // Below zero for somebody who never spoke, so that "less than 0" means new.
      return last === null ? -1 : Math.max(0, seconds(session.at - last));
    default:
      return null;
  }
}

/** What a bubble of the person shows. */
export function utteranceText(utterance: Utterance): string {
  return utterance.kind === 'text' || utterance.kind === 'callback' || utterance.kind === 'form' ? utterance.text : '';
}

function utteranceValue(session: ReadableSession, utterance: Utterance): Json {
  const callback = utterance.kind === 'callback' || utterance.kind === 'form' ? utterance.callback : null;
  return {
    utterance_type: utterance.kind,
    utterance_text: utteranceText(utterance),
    utterance_user_id: session.before.user,
    callback_id: utterance.kind === 'opened' ? 'WELCOME' : callback,
    utterance_value: utterance.kind === 'callback' ? utterance.value : null,
    utterance_form_data: utterance.kind === 'form' ? utterance.fields : null,
  };
}

/** The place of the intent that runs; between exchanges, where the talk stands. */
function readConversation(session: ReadableSession, attribute: string): Json {
  const { program, position, handling } = session;
  const level = (id: string | null | undefined): Json => describe(id == null ? undefined : program.levels.get(id));
  switch (attribute) {
    case 'current_conversation':
      return level(handling === null ? position.conversation : handling.turn.scene.conversation.id);
    case 'current_scene':
      return level(handling === null ? position.scene : handling.turn.scene.id);
    case 'current_turn':
      return level(handling === null ? position.turn : handling.turn.id);
    case 'current_intent':
      return describeIntent(handling ?? (position.intent === null ? undefined : program.intents.get(position.intent)));
    case 'current_message_template':
      return session.message && { id: session.message.id, name: session.message.name, description: '' };
    case 'completed':
      return level(session.completed);
    default:
      return null;
  }
}

const describeIntent = (intent: ProgramIntent | undefined): Json =>
  intent === undefined ? null : { ...(describe(intent.record) as object), intent_id: intent.record.intentId };

const describe = (
  level: { readonly id: string; readonly name: string; readonly description: string } | undefined,
): Json => (level === undefined ? null : { id: level.id, name: level.name, description: level.description });

function readHistory(session: ReadableSession, attribute: string): Json {
  switch (attribute) {
    case 'transcript':
      return linesOf(session.history)
        .map(({ participant, text }) => `${participant}: ${text}`)
        .join('\n');
    case 'utterances':
      return linesOf(session.history).map(({ participant, text }) => ({ participant, value: text }));
    case 'intents':
      return linesOf(session.history).map(({ participant, intent }) => ({ participant, value: intent }));
    default:
      return null;
  }
}
