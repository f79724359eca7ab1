/** A pasted text as samples: a line each, without what lists, tables and quotes put around them. */
export function pastedSamples(text: string): readonly string[] {
  const rows = cells(text.replace(/\r\n?/g, '\n'));
  const isTable = rows.some((row) => row.quoted || row.tabbed);
  const numbered = rows.length > 1 && rows.every(({ first }) => /^\s*\d+[.)]\s/.test(first));
  const lines = rows.map(({ first }) => bare(first, numbered)).filter((line) => line !== '');
  return isTable && lines.length > 1 && heading.test(lines[0] ?? '') ? lines.slice(1) : lines;
}

const heading = /^(?:text|texts|utterances?|samples?|phrases?|sample utterances?)(?:[,;].*)?$/i;
const bullet = /^\s*(?:[-*+•‣◦–—]\s+)/;

const bare = (line: string, numbered: boolean): string =>
  line
    .replace(numbered ? /^\s*\d+[.)]\s+/ : bullet, '')
    .replace(/^[“"](.*)[”"],?$/u, '$1')
    .replace(/\s*\n\s*/g, ' ')
    .trim();

type Row = { readonly first: string; readonly quoted: boolean; readonly tabbed: boolean };

/** The first cell of each line: of a table from a spreadsheet, of CSV where cells stand in quotes, else the line. */
function cells(text: string): readonly Row[] {
  const rows: Row[] = [];
  let rest = text;
  while (rest !== '') {
    const quoted = /^[ ]*"((?:[^"]|"")*)"[ ]*(?=[,;\t\n]|$)([^\n]*)\n?/.exec(rest);
    if (quoted !== null) {
      rows.push({ first: (quoted[1] ?? '').replaceAll('""', '"'), quoted: true, tabbed: false });
      rest = rest.slice(quoted[0].length);
      continue;
    }
    const [line = ''] = rest.split('\n', 1);
    rows.push({ first: line.split('\t')[0] ?? '', quoted: false, tabbed: line.includes('\t') });
    rest = rest.slice(line.length + 1);
  }
  return rows;
}

/** How samples are told apart: case and spaces do not count, as interpreters do not look at them. */
export const sampleKey = (sample: string): string => sample.trim().replace(/\s+/g, ' ').toLowerCase();

/** The first of each; and how many went. */
export function withoutDuplicates(samples: readonly string[]): {
  readonly kept: readonly string[];
  readonly gone: number;
} {
  const seen = new Set<string>();
  const kept = samples.filter((sample) => {
    const key = sampleKey(sample);
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
  const { kept, gone } = withoutDuplicates(pasted.with(last, pasted[last] + at.behind));
  const others = items.toSpliced(at.index, at.replaces);
  const known = new Set(others.map(sampleKey));
  const fresh = kept.filter((sample) => !known.has(sampleKey(sample)));
  const left = gone + kept.length - fresh.length;
  return {
    items: others.toSpliced(at.index, 0, ...fresh),
    added: fresh.length,
    told: `${samplesCount(fresh.length)} added${left === 0 ? '.' : `; ${left} left out, as there already.`}`,
  };
}

export const samplesCount = (number: number): string => (number === 1 ? 'One sample' : `${number} samples`);
