import { fail, succeed, type Result } from '../../../../shared/base/result.ts';
import type { ActionOf } from '../../../../shared/model/action-record.ts';
import type { ModelAnswer } from './model-request.ts';

/** The first reply of the script whose words are in the prompt, in any case. The failure is a sentence. */
export function scriptedReply({ script }: ActionOf<'llm'>, prompt: string): Result<ModelAnswer, string> {
  const said = prompt.toLowerCase();
  const at = script.findIndex(({ contains }) => said.includes(contains.trim().toLowerCase()));
  const rule = script[at];
  if (rule === undefined)
    return fail(
      script.length === 0
        ? 'The script has no replies. Add one, or choose a model.'
        : `None of the ${script.length} replies of the script fits. Add one without words as the last.`,
    );
  const note = `Reply ${at + 1} of the script; no model was asked.`;
  return succeed({ text: rule.reply, values: rule.outputs ?? null, note });
}
