import { parseRequestText } from '../../../shared/actions/parse-request-text.ts';
import { defaultContext } from '../../../shared/model/built-in-contexts.ts';
import { filters } from '../../../shared/reference/filters/filter-table.ts';
import { parseReference, type Reference } from '../../../shared/reference/parse-reference.ts';
import { parseTemplate } from '../../../shared/reference/parse-template.ts';
import type { Trouble } from '../problems-by-ref.ts';
import type { KnownNames } from './known-names.ts';

/**
 * How a text names attributes: alone (`user.name`), in braces, in braces beside `$arguments`, or in braces inside the
 * strings of JSON.
 */
export type ReferenceForm = 'reference' | 'template' | 'request' | 'json';

/** A stretch of a text that is more than its letters. */
export type TextMark = {
  readonly start: number;
  readonly end: number;
  readonly kind: 'reference' | 'argument' | 'unknown';
};

export type MarkedText = { readonly marks: readonly TextMark[]; readonly troubles: readonly Trouble[] };

/** Finds references and arguments in a text, and says what is wrong with them. */
export function markText(text: string, form: ReferenceForm, names: KnownNames, isWritten: boolean): MarkedText {
  const marks: TextMark[] = [];
  const troubles = new Map<string, Trouble>();
  const say = (trouble: Trouble): void => void troubles.set(trouble.sentence, trouble);
  const note = (reference: Reference, start: number, end: number): void => {
    const trouble = referenceTrouble(reference, names, isWritten);
    if (trouble !== null) say(trouble);
    marks.push({ start, end, kind: trouble === null ? 'reference' : 'unknown' });
  };

  for (const { from, piece } of piecesOf(text, form)) {
    if (form === 'reference') {
      if (piece.trim() === '') continue;
      const parsed = parseReference(piece);
      if (parsed.ok) note(parsed.value, from, from + piece.length);
      else say({ severity: 'error', sentence: parsed.failure.sentence });
      continue;
    }
    const { parts, problems } = form === 'template' ? parseTemplate(piece) : parseRequestText(piece);
    for (const part of parts) {
      if (typeof part === 'string') continue;
      const [start, end] = [from + part.start, from + part.end];
      if ('reference' in part) note(part.reference, start, end);
      else marks.push({ start, end, kind: 'argument' });
    }
    for (const { sentence } of problems) say({ severity: 'error', sentence });
  }
  return { marks, troubles: [...troubles.values()] };
}

/** The parts of a text that can hold references. In JSON those are its strings, finished or not. */
function piecesOf(text: string, form: ReferenceForm): readonly { readonly from: number; readonly piece: string }[] {
  if (form !== 'json') return [{ from: 0, piece: text }];
  return [...text.matchAll(jsonString)].map(({ index, 1: piece = '' }) => ({ from: index + 1, piece }));
}

export const jsonString = /"((?:[^"\\\n]|\\.)*)"?/g;

function referenceTrouble(reference: Reference, names: KnownNames, isWritten: boolean): Trouble | null {
  const { attribute, filters: calls } = reference;
  const context = reference.context ?? defaultContext;
  const found = names.contexts.get(context);
  if (found === undefined)
    return { severity: 'error', sentence: `There is no context “${context}”. Add it, or use user or session.` };
  if (isWritten && !found.isWritable)
    return { severity: 'error', sentence: `“${context}” can only be read. Store it in user or session.` };
  if (isWritten && (reference.path.length > 0 || calls.length > 0))
    return { severity: 'warning', sentence: 'Only whole attributes are stored: what follows the name is left out.' };
  const call = calls.find(({ name }) => !filters.has(name));
  if (call !== undefined)
    return { severity: 'warning', sentence: `There is no filter “${call.name}”; it changes nothing.` };
  const constants = names.constants.get(context);
  if (constants !== undefined)
    return constants.has(attribute)
      ? null
      : { severity: 'warning', sentence: `“${context}” has no constant “${attribute}”.` };
  if (isWritten || (context !== 'user' && context !== 'session') || names.settable.has(attribute)) return null;
  return {
    severity: 'warning',
    sentence: `Nothing sets {${context}.${attribute}}. Check the spelling, or register the attribute.`,
  };
}
