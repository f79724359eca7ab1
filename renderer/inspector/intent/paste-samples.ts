/**
 * A pasted text as samples, a line each. What lists, tables and quotes put around every one of them goes; where only
 * some lines look like that, they are what people say, and stay as they are.
 */
export function pastedSamples(text: string): readonly string[] {
  const plain = text.replace(/\r\n?/g, '\n');
  const table = csvCells(plain);
  const lines = (table ?? plain.split('\n')).filter((line) => line.trim() !== '');
  const every = (pattern: RegExp): boolean => lines.length > 1 && lines.every((line) => pattern.test(line));
  if (table !== null || every(/\t/)) {
    const cells = lines.map((line) => (table === null ? (line.split('\t')[0] ?? '') : line).trim());
    return lines.length > 1 && heading.test(cells[0] ?? '') ? cells.slice(1) : cells;
  }
  const mark = [bullet, number].find(every);
  if (mark !== undefined) return lines.map((line) => unquoted(line.replace(mark, '').trim()));
  return every(quoted) ? lines.map((line) => unquoted(line.trim())) : lines;
}

const heading = /^(?:text|texts|utterances?|samples?|phrases?|sample utterances?)(?:[,;].*)?$/i;
const bullet = /^\s*[-*+•‣◦–—]\s+/;
const number = /^\s*\d+[.)]\s+/;
const quoted = /^\s*[“"].*[”"],?\s*$/;
const unquoted = (line: string): string => line.replace(/^[“"](.*)[”"],?$/, '$1');

/** The first cells of CSV whose cells stand in quotes, below a heading or none; null where it is none. */
function csvCells(text: string): readonly string[] | null {
  const cells: string[] = [];
  let [first = '', rest] = [text.split('\n', 1)[0], text];
  first = first.trim();
  if (heading.test(first)) [cells[0], rest] = [first, text.slice(text.indexOf(first) + first.length + 1)];
  while (rest.trim() !== '') {
    const found = /^\s*"((?:[^"]|"")*)"[ ]*(?:[,;][^\n]*)?(?:\n|$)/.exec(rest);
    if (found === null) return null;
    cells.push((found[1] ?? '').replaceAll('""', '"').replace(/\s*\n\s*/g, ' '));
    rest = rest.slice(found[0].length);
  }
  return cells.length > (heading.test(first) ? 1 : 0) ? cells : null;
}

/** How samples are told apart: case and spaces do not count, as interpreters do not look at them. */
export const sampleKey = (sample: string): string => sample.trim().replace(/\s+/g, ' ').toLowerCase();

/** The first of each; and how many went. `keyOf` says what counts as the same. */
export function withoutDuplicates(
  samples: readonly string[],
  keyOf: (sample: string) => string = sampleKey,
): { readonly kept: readonly string[]; readonly gone: number } {
  const seen = new Set<string>();
  const kept = samples.filter((sample) => {
    const key = keyOf(sample);
    return !seen.has(key) && seen.add(key);
  });
  return { kept, gone: samples.length - kept.length };
}

/** For each sample that is there already further up, the place of the first. */
export function duplicatesIn(samples: readonly string[]): ReadonlyMap<number, number> {
  const first = new Map<string, number>();
  const found = new Map<number, number>();
  samples.forEach((sample, index) => {
    const key = sampleKey(sample);
    const known = first.get(key);
    if (known === undefined) first.set(key, index);
    else if (key !== '') found.set(index, known);
  });
  return found;
}

export const sortedSamples = (samples: readonly string[]): readonly string[] =>
  samples.toSorted((left, right) => left.localeCompare(right, undefined, { sensitivity: 'base', numeric: true }));

/** Where something is pasted: over which row, and what stood around the caret there. */
export type PasteAt = {
  readonly index: number;
  readonly replaces: number;
  readonly before: string;
  readonly behind: string;
};

type Pasted = { readonly items: readonly string[]; readonly added: number; readonly told: string };

/** The samples with those that were pasted, as far as they are new; null where what was pasted is no list. */
export function withPasted(items: readonly string[], text: string, at: PasteAt): Pasted | null {
  if (!/[\r\n]/.test(text.trim())) return null;
  const [first = '', ...more] = pastedSamples(text);
  const pasted = [at.before + first, ...more];
  const last = pasted.length - 1;
  const { kept, gone } = withoutDuplicates(pasted.with(last, pasted[last] + at.behind), itself);
  const others = items.toSpliced(at.index, at.replaces);
  const known = new Set(others);
  const fresh = kept.filter((sample) => !known.has(sample));
  const left = gone + kept.length - fresh.length;
  return {
    items: others.toSpliced(at.index, 0, ...fresh),
    added: fresh.length,
    told: `${samplesCount(fresh.length)} added${left === 0 ? '.' : `; ${left} left out, as there already.`}`,
  };
}

export const samplesCount = (number: number): string => (number === 1 ? 'One sample' : `${number} samples`);

/** Of what is pasted, only what is there letter by letter is left out; what merely says the same is marked. */
const itself = (sample: string): string => sample;
