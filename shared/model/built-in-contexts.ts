/** The contexts every scenario has. Read-only ones are filled by the engine; `secret` is for action authentication only. */
export const builtInContexts = [
  { name: 'user', writable: true, description: 'Kept for this person, across sessions. The default.' },
  { name: 'session', writable: true, description: 'Kept until this session ends.' },
  { name: 'global', writable: false, description: 'Constants of the scenario.' },
  {
    name: 'conversation',
    writable: false,
    description: 'Where the talk is: current conversation, scene, turn and intent.',
  },
  { name: 'history', writable: false, description: 'What was said so far.' },
  { name: '_intent', writable: false, description: 'What was just interpreted, while its conditions are checked.' },
  { name: 'secret', writable: false, description: 'Names of secrets, for authentication only.' },
] as const;

export type BuiltInContext = (typeof builtInContexts)[number]['name'];

export const isBuiltInContext = (name: string): name is BuiltInContext =>
  builtInContexts.some((context) => context.name === name);

/** What steps of a workflow can read besides: what it was given, what earlier steps gave, and the round of a loop. */
export const stepContexts: ReadonlySet<string> = new Set(['args', 'steps', 'loop']);

/** The context a reference without one means. */
export const defaultContext: BuiltInContext = 'user';

/** Attributes the engine itself sets, in any context where it does. */
export const builtInAttributes: ReadonlySet<string> = new Set([
  'action_success',
  'callback_value',
  'utterance',
  'utterance_text',
  'selected_scenario',
  'first_seen',
  'last_seen',
  'seconds_since_last_seen',
  'current_conversation',
  'current_scene',
  'current_turn',
  'current_intent',
  'current_message_template',
  'transcript',
  'intents',
  'utterances',
]);
