import { fail, succeed } from '../../../../shared/base/result.ts';
import { readChatReply } from '../../interpreters/chat-reply.ts';
import { jsonIn, knobs, type ModelService } from './model-service.ts';

/** Anything that answers as OpenAI's chat completions do: in the cloud, in the house, or Ollama on this machine. */
export const openaiService: ModelService = {
  request: (choice, { system, lines, schema }, strict) => ({
    method: 'POST',
    path: choice.path.trim() === '' ? '/chat/completions' : choice.path,
    body: {
      kind: 'json',
      value: {
        model: choice.model,
        messages: [...(system.trim() === '' ? [] : [{ role: 'system', content: system }]), ...lines],
        ...knobs({
          temperature: choice.temperature,
          top_p: choice.topP,
          // Models that think count their thoughts as well, and go by the other name.
          ...(choice.effort === undefined
            ? { max_tokens: choice.maxTokens }
            : { max_completion_tokens: choice.maxTokens }),
          frequency_penalty: choice.frequencyPenalty,
          presence_penalty: choice.presencePenalty,
          seed: choice.seed,
          stop: choice.stop,
          reasoning_effort: choice.effort,
        }),
        ...(schema === null
          ? {}
          : { response_format: { type: 'json_schema', json_schema: { name: 'answer', strict, schema } } }),
      },
    },
  }),
  read: (reply, { schema }) => {
    const said = readChatReply(reply);
    if (said === null) return fail('The service did not answer as a chat model does.');
    if (said.refusal !== null) return fail(`The model refused: ${said.refusal.slice(0, 300)}`);
    const note = said.isCut ? 'The answer was cut at the most tokens it may have.' : '';
    return succeed({ text: said.text, values: schema === null ? null : jsonIn(said.text), note });
  },
};
