import type { Json, JsonObject } from '../../../../shared/base/json.ts';
import type { ActionOf } from '../../../../shared/model/action-record.ts';
import type { TalkSoFar } from '../../../../shared/runtime/effect-setting.ts';

/** What a model is told, whoever makes it. There are no tools in it: a model answers and does nothing else. */
export type ModelRequest = {
  readonly system: string;
  readonly lines: readonly { readonly role: 'user' | 'assistant'; readonly content: string }[];
  /** The shape the answer has to have; null for a text. */
  readonly schema: JsonObject | null;
};

export type ModelAnswer = {
  readonly text: string;
  /** What was answered in the shape that was asked for, as it came. */
  readonly values: Json;
  /** For people: what is odd about it. */
  readonly note: string;
};

/** Larger prompts cost more than they tell, and most models cut them without a word. */
export const promptCap = 200_000;
const longestLine = 4_000;

type Llm = ActionOf<'llm'>;

/** What the person said, or what the designer asks instead. */
export const promptOf = (action: Llm, talk: TalkSoFar | null): string =>
  action.prompt.trim() === '' ? (talk?.utterance ?? '') : action.prompt;

export function modelRequest(action: Llm, talk: TalkSoFar | null, schema: JsonObject | null): ModelRequest {
  return {
    system: schema === null ? action.system : `${action.system}\n\n${structured(schema)}`.trim(),
    lines: [...earlierLines(action, talk), { role: 'user', content: promptOf(action, talk) }],
    schema,
  };
}

/** Said as well as enforced: not every service enforces it. */
const structured = (schema: JsonObject): string =>
  `Answer with one JSON object and nothing else. It has this schema:\n${JSON.stringify(schema)}`;

function earlierLines({ history }: Llm, talk: TalkSoFar | null): ModelRequest['lines'] {
  if (talk === null || history === 0) return [];
  // What was said last is the prompt, or what the prompt is about.
  const last = talk.lines.findLastIndex(({ speaker }) => speaker === 'USER');
  return talk.lines
    .slice(0, last === -1 ? undefined : last)
    .slice(-history)
    .filter(({ text }) => text.trim() !== '')
    .map(({ speaker, text }) => ({
      role: speaker === 'USER' ? 'user' : 'assistant',
      content: text.slice(0, longestLine),
    }));
}

export const sizeOf = ({ system, lines }: ModelRequest): number =>
  lines.reduce((sum, { content }) => sum + content.length, system.length);
