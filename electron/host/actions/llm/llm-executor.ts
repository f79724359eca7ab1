import { isJsonObject, type Json, type JsonObject } from '../../../../shared/base/json.ts';
import type { ActionFailure } from '../../../../shared/engine/effect.ts';
import type { ActionExecutor, ActionTask, Executed, ExecutorPorts } from '../action-executor.ts';
import { toldOf } from '../told-of.ts';
import { unlessStopped } from '../unless-stopped.ts';
import { anthropicService } from './anthropic-service.ts';
import { answerSchema, askedOutputs, isStrict } from './answer-schema.ts';
import { modelRequest, promptCap, promptOf, sizeOf, type ModelAnswer } from './model-request.ts';
import { openaiService } from './openai-service.ts';
import { scriptedReply } from './scripted-reply.ts';

type Task = ActionTask<'llm'>;
type Told = Pick<Executed, 'request' | 'response' | 'status'>;
type ErrorWord = 'prompt_exclusion' | 'response_exclusion' | 'llm_request_failed';
type Refusal = {
  readonly failure: ActionFailure;
  readonly error: ErrorWord;
  readonly detail: string;
  readonly excluded?: readonly string[];
};

/** Longer than anything a talk can show. */
const longestReply = 100_000;

/**
 * Asks a model for a text, or for values. What it answers is data: it is put into the outputs that were declared and
 * does nothing else, whatever it says.
 */
export const llmExecutor: ActionExecutor<'llm'> = (task, ports, signal) =>
  unlessStopped(task.action.name, signal, async () => {
    const { action, talk } = task;
    const prompt = promptOf(action, talk);
    const excluded = wordsIn(prompt, action.excludedPrompts);
    if (excluded.length > 0)
      return refuse(task, { failure: 'reportedFailure', error: 'prompt_exclusion', detail: holds('prompt'), excluded });
    if (action.provider === 'scripted') {
      const reply = scriptedReply(action, prompt);
      return reply.ok ? accept(task, reply.value, {}) : refuse(task, { ...unanswered, detail: reply.failure });
    }
    return askModel(task, ports, signal);
  });

async function askModel(task: Task, { callService }: ExecutorPorts, signal: AbortSignal): Promise<Executed> {
  const { action, integration, talk, timeout } = task;
  if (integration === null)
    return refuse(task, { ...impossible, detail: 'A model is reached through an integration. Choose one.' });
  if (action.model.trim() === '') return refuse(task, { ...impossible, detail: 'No model is named. Choose one.' });
  const asked = modelRequest(action, talk, action.structured ? answerSchema(action.outputs) : null);
  if (sizeOf(asked) > promptCap)
    return refuse(task, {
      ...impossible,
      detail: `The prompt is longer than ${promptCap} characters. Send less of it.`,
    });
  const service = action.provider === 'anthropic' ? anthropicService : openaiService;
  const request = service.request(action, asked, isStrict(action.outputs));
  const answer = await callService(request, integration, { timeout, signal });
  if (!answer.ok) return refuse(task, { ...unanswered, failure: answer.failure, detail: answer.detail }, answer);
  if (answer.status >= 400)
    return refuse(
      task,
      { ...unanswered, failure: 'badStatus', detail: statusSentence(answer.status, answer.json) },
      answer,
    );
  const read = service.read(answer.json, asked);
  if (!read.ok) return refuse(task, { ...unanswered, failure: 'malformedResponse', detail: read.failure }, answer);
  if (asked.schema !== null && !isJsonObject(read.value.values))
    return refuse(task, { ...unanswered, failure: 'malformedResponse', detail: notInShape }, answer);
  return accept(task, read.value, answer);
}

const unanswered = { failure: 'reportedFailure', error: 'llm_request_failed' } as const;
const impossible = { failure: 'badRequest', error: 'llm_request_failed' } as const;
const notInShape = 'The model did not answer with the JSON it was asked for.';
const holds = (what: 'prompt' | 'reply'): string =>
  `The ${what} holds words that this action excludes; it was not used.`;

function accept(task: Task, { text, values, note }: ModelAnswer, told: Told): Executed {
  const { action } = task;
  const given = isJsonObject(values) ? values : {};
  const spoken = action.structured && typeof given['llm_response'] === 'string' ? given['llm_response'] : text;
  if (spoken.length > longestReply)
    return refuse(
      task,
      { ...unanswered, failure: 'tooLarge', detail: 'The reply is longer than a talk can show.' },
      told,
    );
  const excluded = wordsIn(`${spoken}\n${JSON.stringify(given)}`, action.excludedReplies);
  if (excluded.length > 0)
    return refuse(
      task,
      { failure: 'reportedFailure', error: 'response_exclusion', detail: holds('reply'), excluded },
      told,
    );
  const scripted = action.provider === 'scripted';
  const wanted = action.structured || scripted ? askedOutputs(action.outputs) : [];
  const outputs = wanted.map(({ name }) => [name, Object.hasOwn(given, name) ? (given[name] ?? null) : null] as const);
  const body = { ...Object.fromEntries(outputs), ...ownParts(spoken, null, scripted), action_success: true };
  return { ok: true, body, detail: note, ...toldOf(told) };
}

/** The text for failures is an output all the same, so that one message can show whatever came of it. */
function refuse({ action }: Task, { failure, error, detail, excluded = [] }: Refusal, told: Told = {}): Executed {
  const list = error === 'prompt_exclusion' ? 'llm_action_prompt_exclusions' : 'llm_action_response_exclusions';
  const body: JsonObject = {
    ...ownParts(action.failureText, error, action.provider === 'scripted'),
    ...(excluded.length === 0 ? {} : { [list]: excluded }),
    action_success: false,
  };
  return { ok: false, failure, detail: `${action.name}: ${detail}`, body, ...toldOf(told) };
}

const ownParts = (response: string, error: ErrorWord | null, scripted: boolean): JsonObject => ({
  llm_response: response,
  llm_action_error: error,
  llm_action_flagged_moderation_categories: [],
  llm_action_prompt_exclusions: [],
  llm_action_response_exclusions: [],
  scripted,
});

const wordsIn = (text: string, words: readonly string[] = []): readonly string[] =>
  words.filter((word) => word.trim() !== '' && text.toLowerCase().includes(word.trim().toLowerCase()));

/** What the service says about it, where it says so as most do. */
function statusSentence(status: number, json: Json): string {
  const error = isJsonObject(json) ? json['error'] : null;
  const said = isJsonObject(error) ? error['message'] : error;
  return `The service answered ${status}${typeof said === 'string' ? `: ${said.slice(0, 300)}` : '.'}`;
}
