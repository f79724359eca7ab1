import { parseRequestText } from '../actions/parse-request-text.ts';
import { workOutMoment, type MomentTexts } from '../actions/local/work-out-moment.ts';
import type { ActionOf } from '../model/action-record.ts';
import type { Rule } from './rule.ts';

/** Any moment does: whether words, formats and zones are understood does not depend on it. */
const someDay = 1_768_435_200_000;

/** Dates that cannot be worked out, as far as they are written down and not filled in. */
export const brokenMoment: Rule = (document) =>
  [...document.tables.actions.values()].flatMap((action) => {
    if (action.kind !== 'dateTime') return [];
    const found = workOutMoment(writtenTexts(action), someDay);
    if (found.ok) return [];
    const { field, position, sentence } = found.failure;
    return [
      {
        code: 'P046-broken-moment' as const,
        severity: 'error' as const,
        ref: action.id,
        field,
        sentence: `The ${field} of ${action.name} is not understood at character ${position + 1}: ${sentence}`,
      },
    ];
  });

/** A text with something to fill in is not known before it runs. */
function writtenTexts({ base, modifier, format, zone }: ActionOf<'dateTime'>): MomentTexts {
  const written = (text: string): string => {
    const { parts } = parseRequestText(text);
    return parts.every((part) => typeof part === 'string') ? parts.join('') : '';
  };
  return { base: written(base), modifier: written(modifier), format, zone };
}
