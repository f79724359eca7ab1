/** A whole number in English words, as in "one hundred twenty-three"; null beyond what a number can count exactly. */
export function numberWords(value: number): string | null {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return null;
  if (value < 0) return `minus ${numberWords(-value) ?? ''}`;
  const whole = Math.trunc(value);
  return Number.isInteger(value) ? wholeWords(whole) : `${wholeWords(whole)} point ${decimals(value)}`;
}

/** "first", "twenty-third", "one hundredth". Whole numbers only. */
export function ordinalWords(value: number): string | null {
  if (!Number.isSafeInteger(value)) return null;
  const words = numberWords(value) ?? '';
  const cut = Math.max(words.lastIndexOf(' '), words.lastIndexOf('-')) + 1;
  return words.slice(0, cut) + ordinalOf(words.slice(cut));
}

/** "1st", "11th", "23rd". */
export function ordinalText(value: number): string | null {
  return Number.isSafeInteger(value) ? `${value}${ordinalSuffix(value)}` : null;
}

export function ordinalSuffix(value: number): 'st' | 'nd' | 'rd' | 'th' {
  const lastTwo = Math.abs(value) % 100;
  const last = lastTwo % 10;
  if (lastTwo >= 11 && lastTwo <= 13) return 'th';
  return last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th';
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const scales = [
  [1e15, 'quadrillion'],
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
  [100, 'hundred'],
] as const;

function wholeWords(value: number): string {
  if (value < 20) return small[value] ?? '';
  const scale = scales.find(([size]) => value >= size);
  if (scale === undefined) {
    const rest = value % 10;
    return (tens[Math.floor(value / 10)] ?? '') + (rest === 0 ? '' : `-${small[rest] ?? ''}`);
  }
  const [size, name] = scale;
  const rest = value % size;
  return `${wholeWords(Math.floor(value / size))} ${name}${rest === 0 ? '' : ` ${wholeWords(rest)}`}`;
}

const decimals = (value: number): string =>
  Array.from(String(value).split('.')[1] ?? '', (digit) => small[Number(digit)] ?? '').join(' ');

const irregular: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

const ordinalOf = (word: string): string =>
  irregular[word] ?? (word.endsWith('y') ? `${word.slice(0, -1)}ieth` : `${word}th`);
