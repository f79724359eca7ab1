import type { CompiledMessage } from '../program/compile-intent.ts';
import type { ProgramIntent } from '../program/program.ts';
import type { IntentId } from '../model/ids.ts';
import { blockWords } from './block-words.ts';
import { checkCompiled } from './check-conditions.ts';
import { chooseLanguage } from './choose-language.ts';
import type { BlockOutput, MessageOutput } from './output.ts';
import { renderBlocks } from './render-blocks.ts';
import type { Rendered } from './render-text.ts';
import { spendStep } from './spend-budget.ts';
import type { StepDraft } from './step-draft.ts';

/** Chooses and sends the message of an APP intent; none of its messages may fit. */
export function sendMessage(draft: StepDraft, intent: ProgramIntent): void {
  if (!spendStep(draft)) return;
  const chosen = chooseMessage(draft, intent);
  if (chosen === null) return;
  draft.message = chosen.record;
  const blocks = renderBlocks(draft, chosen.blocks(chooseLanguage(draft)));
  draft.message = null;
  const { id, disableText, hideAvatar } = chosen.record;
  sendBlocks(draft, 'message', intent, id, blocks, {
    ...(disableText === true ? { disableText } : {}),
    ...(hideAvatar === true ? { hideAvatar } : {}),
  });
}

/** Puts a bubble out and into the trace. One without blocks says nothing and is only traced. */
export function sendBlocks(
  draft: StepDraft,
  role: MessageOutput['role'],
  intent: ProgramIntent,
  message: MessageOutput['message'],
  { shown, traced }: Rendered<readonly BlockOutput[]>,
  flags: Pick<MessageOutput, 'disableText' | 'hideAvatar'> = {},
): void {
  const seq = draft.emit({
    ...draft.event(intent.id, draft.current?.cause ?? null),
    kind: 'message.sent',
    message,
    blocks: traced,
  });
  // An empty block says on purpose that nothing is shown.
  const blocks = shown.some(isEmpty) ? shown.filter((block) => !isEmpty(block)) : shown;
  if (blocks.length === 0) return;
  const id = intent.id as IntentId;
  draft.outputs.push({ kind: 'message', role, exchange: draft.exchange, seq, intent: id, message, blocks, ...flags });
  draft.remember('app', intent.record.intentId, traced.map(blockWords).join('\n'));
}

const isEmpty = (block: BlockOutput): boolean => block.kind === 'empty';

/** Of the messages whose conditions hold, the one with the most conditions; the first listed among equals. */
function chooseMessage(draft: StepDraft, intent: ProgramIntent): CompiledMessage | null {
  let best: CompiledMessage | null = null;
  for (const message of intent.compiled.messages) {
    const { record, conditions } = message;
    if (!checkCompiled(draft, record.id, conditions, draft.current?.cause ?? 0)) continue;
    if (best === null || conditions.tests > best.conditions.tests) best = message;
  }
  return best;
}
