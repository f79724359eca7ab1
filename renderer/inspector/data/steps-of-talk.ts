import type { BlockOutput } from '../../../shared/engine/output.ts';
import type { TraceEvent } from '../../../shared/engine/trace-event.ts';
import type { Utterance } from '../../../shared/engine/utterance.ts';
import type { TestStep } from '../../../shared/model/design-records.ts';
import type { Document } from '../../../shared/model/document.ts';
import type { MessageBlock } from '../../../shared/model/intent-record.ts';
import { textOfBlock } from '../../../shared/model/selectors/text-of-message.ts';
import { unescapeMarkdown } from '../../../shared/reference/escape-markdown.ts';

/**
 * What was said and what came back since the talk began, as the steps of a test. It is made from the trace, so what is
 * sensitive stays covered.
 */
export function stepsOfTalk(document: Document, events: readonly TraceEvent[]): TestStep[] {
  let steps: TestStep[] = [];
  for (const event of events) {
    if (event.kind === 'utterance.received') {
      const said = saidStep(event.utterance);
      // A talk that begins anew is another test.
      if (said === null) steps = [];
      else steps.push(said);
    } else if (event.kind === 'message.sent') {
      const intentId = document.tables.intents.get(event.ref ?? '')?.intentId ?? '';
      steps.push({ kind: 'expect', intentId, text: wordsOf(event.blocks) });
    } else if (event.kind === 'confirmation.asked') {
      steps.push({ kind: 'expect', intentId: '', text: unescapeMarkdown(event.question) });
    }
  }
  return steps;
}

function saidStep(utterance: Utterance): TestStep | null {
  switch (utterance.kind) {
    case 'text':
      return { kind: 'say', text: utterance.text };
    case 'callback': {
      const { text, callback, value } = utterance;
      return { kind: 'say', text, callback, ...(value === '' ? {} : { value }) };
    }
    case 'form':
      return { kind: 'say', text: utterance.text, callback: utterance.callback, fields: utterance.fields };
    default:
      return null;
  }
}

/** The first line a message says, as it reads. */
function wordsOf(blocks: readonly BlockOutput[]): string {
  const texts = (blocks as readonly MessageBlock[]).map((block) => textOfBlock(block));
  const [line = ''] = (texts.find((text) => text !== '') ?? '').trim().split('\n');
  return unescapeMarkdown(line).trim();
}

/** What a test is called at first: by what is said in it. */
export function nameOfSteps(steps: readonly TestStep[]): string {
  const said = steps.find((step) => step.kind === 'say')?.text.trim() ?? '';
  return said === '' ? 'New test' : said.slice(0, 60);
}
