import { z } from 'zod';
import type { Json } from '../../../../shared/base/json.ts';
import { fail, succeed } from '../../../../shared/base/result.ts';
import { jsonIn, knobs, type ModelService } from './model-service.ts';

/** The form an answer in a shape is given in. It is called a tool there; here it is read, and nothing is carried out. */
const form = 'answer';
/** It has to be said there. */
const usualTokens = 1024;

const replySchema = z.looseObject({
  content: z.array(
    z.looseObject({
      type: z.string(),
      text: z.string().optional(),
      name: z.string().optional(),
      input: z.unknown().optional(),
    }),
  ),
  stop_reason: z.string().nullish(),
});

export const anthropicService: ModelService = {
  request: (choice, { system, lines, schema }) => ({
    method: 'POST',
    path: choice.path.trim() === '' ? '/v1/messages' : choice.path,
    headers: { 'anthropic-version': '2023-06-01' },
    body: {
      kind: 'json',
      value: {
        model: choice.model,
        max_tokens: choice.maxTokens ?? usualTokens,
        ...(system.trim() === '' ? {} : { system }),
        // A talk begins with the person there.
        messages: lines.slice(lines.findIndex(({ role }) => role === 'user')),
        ...knobs({ temperature: choice.temperature, top_p: choice.topP, stop_sequences: choice.stop }),
        ...(schema === null
          ? {}
          : {
              tools: [{ name: form, description: 'The answer.', input_schema: schema }],
              tool_choice: { type: 'tool', name: form },
            }),
      },
    },
  }),
  read: (reply, { schema }) => {
    const read = replySchema.safeParse(reply);
    if (!read.success) return fail('The service did not answer as Anthropic does.');
    const { content, stop_reason } = read.data;
    if (stop_reason === 'refusal') return fail('The model refused to answer.');
    const text = content.map((block) => (block.type === 'text' ? (block.text ?? '') : '')).join('');
    const filled = content.find(({ type, name }) => type === 'tool_use' && name === form)?.input as Json | undefined;
    const note = stop_reason === 'max_tokens' ? 'The answer was cut at the most tokens it may have.' : '';
    return succeed({ text, values: schema === null ? null : (filled ?? jsonIn(text)), note });
  },
};
