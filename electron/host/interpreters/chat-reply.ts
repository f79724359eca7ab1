import { z } from 'zod';
import type { Json } from '../../../shared/base/json.ts';

const replySchema = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        message: z.looseObject({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
});

export type ChatReply = { readonly text: string; readonly refusal: string | null; readonly isCut: boolean };

/** The text of the first choice of a chat model; calls to tools nobody offered, and all else, mean nothing here. */
export function readChatReply(reply: Json): ChatReply | null {
  const read = replySchema.safeParse(reply);
  const [choice] = read.success ? read.data.choices : [];
  if (choice === undefined) return null;
  const { content, refusal } = choice.message;
  return { text: content ?? '', refusal: refusal ?? null, isCut: choice.finish_reason === 'length' };
}

/** Models like to put JSON into a block of code, asked or not. */
export const withoutFence = (text: string): string => /^\s*```(?:json)?\s*\n(.*)\n\s*```\s*$/s.exec(text)?.[1] ?? text;
