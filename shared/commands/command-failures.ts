import { fail } from '../base/result.ts';
import type { CommandFailure } from './plan.ts';

type Failed = { readonly ok: false; readonly failure: CommandFailure };

export const notFound = (word: string, id: string): Failed =>
  fail({ code: 'notFound', ref: id, sentence: `There is no ${word} "${id}" any more.` });

export const taken = (word: string, name: string, ref: string | null = null): Failed =>
  fail({
    code: 'taken',
    ref,
    sentence: `There is already ${startsWithVowel(word) ? 'an' : 'a'} ${word} called "${name}".`,
  });

export const notAllowed = (ref: string | null, sentence: string): Failed => fail({ code: 'notAllowed', ref, sentence });

export const invalid = (ref: string | null, sentence: string): Failed => fail({ code: 'invalid', ref, sentence });

const startsWithVowel = (word: string): boolean => /^[aeiou]/.test(word);
