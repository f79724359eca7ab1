import { z } from 'zod';
import type { Json } from '../../../shared/base/json.ts';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { InterpretRun } from '../../../shared/engine/effect.ts';
import type { RankedIntent } from '../../../shared/interpret/ranked-intent.ts';
import type { InterpreterOf } from '../../../shared/model/interpreter-record.ts';
import { readJson } from '../../../shared/persistence/read-json.ts';
import { readChatReply, withoutFence } from './chat-reply.ts';
import { namedAttributes } from './named-attributes.ts';
import type { InterpreterAdapter } from './interpret-port.ts';
import { answerFormat, promptMessages } from './llm-prompt.ts';

type LlmRecord = InterpreterOf<'llm'>;

/** Larger prompts cost more than they tell, and most models cut them without a word. */
const promptCap = 200_000;

/** A language model that is spoken to as OpenAI's are. It chooses among the intents it is shown; it is given no tools. */
export const llmAdapter: InterpreterAdapter<LlmRecord> = { payload, read };

function payload(record: LlmRecord, effect: InterpretRun): Result<Json, string> {
  if (record.model.trim() === '') return fail(`${record.name} names no model. Choose one, or talk with mocks.`);
  const messages = promptMessages(record, effect);
  const size = messages.reduce((sum, { content }) => sum + content.length, 0);
  if (size > promptCap) {
    const count = effect.candidates.length;
    return fail(`${count} intents can be heard here, more than ${record.name} can be asked about at once.`);
  }
  const format = answerFormat(record, effect);
  return succeed({
    model: record.model,
    temperature: 0,
    messages,
    ...(format === null ? {} : { response_format: format }),
  });
}

const answerSchema = z.looseObject({ intents: z.array(z.unknown()).max(1000) });
const entrySchema = z.looseObject({
  intent: z.string().max(2000),
  confidence: z.number(),
  attributes: z.unknown().optional(),
});
const pairsSchema = z.array(z.looseObject({ name: z.string(), value: z.unknown().optional() }));

function read(record: LlmRecord, effect: InterpretRun, reply: Json): Result<readonly RankedIntent[], string> {
  const said = readChatReply(reply);
  if (said === null) return fail(`${record.name} did not answer as a chat model does.`);
  const json = readJson(withoutFence(said.text));
  const answer = answerSchema.safeParse(json.ok ? json.value : null);
  if (!answer.success) return fail(`${record.model} did not answer with the JSON it was asked for.`);
  const because = `chosen by ${record.model}`;
  return succeed(
    answer.data.intents.flatMap((each): RankedIntent[] => {
      const entry = entrySchema.safeParse(each);
      if (!entry.success) return [];
      const { intent, confidence, attributes } = entry.data;
      return [
        { intentId: intent, confidence, attributes: namedAttributes(effect, intent, toPairs(attributes)), because },
      ];
    }),
  );
}

/** A list of names and values, as asked for, or an object, as models without a schema prefer. */
function toPairs(attributes: unknown): readonly (readonly [string, unknown])[] {
  const pairs = pairsSchema.safeParse(attributes);
  if (pairs.success) return pairs.data.map(({ name, value }) => [name, value]);
  return typeof attributes === 'object' && attributes !== null ? Object.entries(attributes) : [];
}
