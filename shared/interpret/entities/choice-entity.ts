import { editDistance } from '../../base/edit-distance.ts';
import { readWords } from '../read-words.ts';
import { toElement, type EntityReader, type FoundEntity, type Said, type Wanted } from './entity-reader.ts';
import type { ListedValue } from './expected-attribute.ts';

/** A value the design lists, or another word for it, as words. */
type Option = { readonly value: string; readonly forms: readonly string[]; readonly joined: string };

const longestChoice = 8;
const known = new WeakMap<readonly ListedValue[], readonly Option[]>();

export const choiceReader: EntityReader = {
  readWhole: ({ words }, { attribute }) => {
    const option = chooseOption(
      optionsOf(attribute.values ?? []),
      words.map(({ form }) => form),
    );
    return option === null ? undefined : toElement(option.value, attribute.type);
  },
  find: findChoices,
  longest: longestChoice,
};

/** Longer options first, so that "dark green" is not green. */
function optionsOf(values: readonly ListedValue[]): readonly Option[] {
  let options = known.get(values);
  if (options === undefined) {
    options = values
      .flatMap(({ value, synonyms }) => [value, ...synonyms].map((text) => toOption(value, text)))
      .filter(({ forms }) => forms.length > 0 && forms.length <= longestChoice)
      .sort((left, right) => right.forms.length - left.forms.length);
    known.set(values, options);
  }
  return options;
}

function toOption(value: string, text: string): Option {
  const forms = readWords(text).map(({ form }) => form);
  return { value, forms, joined: forms.join(' ') };
}

/** What is written right goes before what is nearly right, wherever it stands. */
function findChoices(said: Said, { attribute }: Wanted): readonly FoundEntity[] {
  const options = optionsOf(attribute.values ?? []);
  const free = [...said.words];
  const found: FoundEntity[] = [];
  for (const isNear of [false, true])
    for (const size of new Set(options.map(({ forms }) => forms.length)))
      for (let at = 0; at + size <= free.length; at += 1) {
        const words = free.slice(at, at + size);
        const forms = words.map(({ form }) => form);
        const option = isNear ? nearOption(options, forms) : exactOption(options, forms);
        if (option === null) continue;
        found.push({ words, value: toElement(option.value, attribute.type) });
        free.splice(at, size);
        at -= 1;
      }
  return found;
}

const chooseOption = (options: readonly Option[], forms: readonly string[]): Option | null =>
  exactOption(options, forms) ?? nearOption(options, forms);

function exactOption(options: readonly Option[], forms: readonly string[]): Option | null {
  const joined = forms.join(' ');
  return options.find((option) => option.joined === joined) ?? null;
}

/** One letter in four may be wrong, at most three; short words have to be right. */
function nearOption(options: readonly Option[], forms: readonly string[]): Option | null {
  const joined = forms.join(' ');
  let best: Option | null = null;
  let least = Infinity;
  for (const option of options) {
    if (option.forms.length !== forms.length) continue;
    const most = Math.min(3, Math.floor(option.joined.length / 4));
    const isFar = most === 0 || Math.abs(joined.length - option.joined.length) > most;
    const distance = isFar ? Infinity : editDistance(joined, option.joined);
    if (distance > most || distance >= least) continue;
    best = option;
    least = distance;
  }
  return best;
}
