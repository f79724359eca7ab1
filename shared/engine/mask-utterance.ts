import type { JsonObject } from '../base/json.ts';
import type { Program } from '../program/program.ts';
import { valueText } from '../values/value-text.ts';
import { MASK, maskNamed } from './mask.ts';
import type { StepDraft } from './step-draft.ts';
import type { TraceEvent } from './trace-event.ts';
import type { Utterance } from './utterance.ts';

/** What came in as the trace may show it: fields of sensitive attributes and such values of buttons are covered. */
export function maskUtterance(program: Program, utterance: Utterance): Utterance {
  if (program.sensitive.size === 0) return utterance;
  if (utterance.kind === 'callback') {
    const name = utterance.value.slice(0, Math.max(0, utterance.value.indexOf('.')));
    return program.sensitive.has(name) ? { ...utterance, value: `${name}.${MASK}`, text: MASK } : utterance;
  }
  if (utterance.kind !== 'form') return utterance;
  const isHidden = (name: string): boolean => program.sensitive.has(name);
  const fields = { ...maskNamed(utterance.fields, isHidden) };
  const covered = Object.keys(fields).some(isHidden);
  return covered ? { ...utterance, fields, text: MASK } : utterance;
}

/** Covers sensitive values that were found in a text, also in the events that show the text already. */
export function hideSaid(draft: StepDraft, text: string, attributes: JsonObject): string {
  const { sensitive } = draft.program;
  if (sensitive.size === 0) return text;
  const values = Object.entries(attributes)
    .filter(([name]) => sensitive.has(name))
    .map(([, value]) => valueText(value))
    .filter((value) => value !== '');
  if (values.length === 0) return text;
  const hide = (shown: string): string => values.reduce((left, value) => left.replaceAll(value, MASK), shown);
  // An exact spelling may differ from the value that was read from it; then the whole text is covered.
  const hidden = values.every((value) => text.includes(value)) ? hide(text) : MASK;
  coverSaid(draft, hidden);
  return hidden;
}

/** Puts something else in the place of what was said, in the events of the exchange that show it already. */
export function coverSaid(draft: StepDraft, text: string = MASK): void {
  draft.trace.forEach((event, index) => {
    if (event.exchange === draft.exchange) draft.trace[index] = withText(event, text);
  });
}

function withText(event: TraceEvent, text: string): TraceEvent {
  if (event.kind === 'intent.ranked')
    return { ...event, text, ranking: event.ranking.map(({ detail: _, ...entry }) => ({ ...entry, because: '' })) };
  if (event.kind !== 'utterance.received' || event.utterance.kind === 'opened') return event;
  const { utterance } = event;
  return 'text' in utterance ? { ...event, utterance: { ...utterance, text } } : event;
}
