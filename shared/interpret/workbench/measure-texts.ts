import { outOfScope, type LabelledText } from './read-labelled-texts.ts';

/** What an interpreter made of a text: its best intent, and whether it is sure enough to act on it. */
export type Answer = { readonly intentId: string | null; readonly confidence: number; readonly isSure: boolean };

export type IntentMeasure = {
  readonly intentId: string;
  readonly texts: number;
  /** The best answer was right. */
  readonly right: number;
  /** It was right and sure enough. */
  readonly answered: number;
};

/** Texts of one intent that were surely, or after all, taken for another. */
export type Mistake = {
  readonly meant: string;
  readonly heardAs: string;
  readonly times: number;
  readonly example: string;
};

/** Shares from 0 to 1; null where there was nothing to take a share of. */
export type Measurement = {
  /** Texts that mean an intent. */
  readonly texts: number;
  /** How often the best answer is right, whatever its confidence. */
  readonly accuracy: number | null;
  /** How often the right intent is found with enough confidence. */
  readonly answered: number | null;
  readonly unrelated: number;
  /** Of the texts that mean nothing here, how many were refused. */
  readonly outOfScopeRecall: number | null;
  /** Of the refused texts, how many meant nothing here. */
  readonly outOfScopePrecision: number | null;
  /** How often confidence puts a text that means something above one that does not. */
  readonly auroc: number | null;
  readonly intents: readonly IntentMeasure[];
  readonly mistakes: readonly Mistake[];
};

export function measureTexts(rows: readonly LabelledText[], ask: (text: string) => Answer): Measurement {
  const asked = rows.map((row) => ({ ...row, answer: ask(row.text) }));
  const meant = asked.filter(({ intent }) => intent !== outOfScope);
  const unrelated = asked.filter(({ intent }) => intent === outOfScope);
  const refused = asked.filter(({ answer }) => !answer.isSure);
  const refusedUnrelated = unrelated.filter(({ answer }) => !answer.isSure).length;
  const isRight = ({ intent, answer }: Asked): boolean => answer.intentId === intent;
  return {
    texts: meant.length,
    accuracy: share(meant.filter(isRight).length, meant.length),
    answered: share(meant.filter((one) => one.answer.isSure && isRight(one)).length, meant.length),
    unrelated: unrelated.length,
    outOfScopeRecall: share(refusedUnrelated, unrelated.length),
    outOfScopePrecision: unrelated.length === 0 ? null : share(refusedUnrelated, refused.length),
    auroc: aurocOf(
      meant.map(({ answer }) => answer.confidence),
      unrelated.map(({ answer }) => answer.confidence),
    ),
    intents: byIntent(meant, isRight),
    mistakes: mistakesOf(meant),
  };
}

type Asked = LabelledText & { readonly answer: Answer };

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function byIntent(meant: readonly Asked[], isRight: (asked: Asked) => boolean): readonly IntentMeasure[] {
  const ids = [...new Set(meant.map(({ intent }) => intent))];
  return ids.map((intentId) => {
    const own = meant.filter(({ intent }) => intent === intentId);
    const right = own.filter(isRight);
    return {
      intentId,
      texts: own.length,
      right: right.length,
      answered: right.filter(({ answer }) => answer.isSure).length,
    };
  });
}

/** The most frequent first. */
function mistakesOf(meant: readonly Asked[]): readonly Mistake[] {
  const found = new Map<string, Mistake>();
  for (const { text, intent, answer } of meant) {
    const { intentId: heardAs } = answer;
    if (heardAs === null || heardAs === intent) continue;
    const key = `${intent}\n${heardAs}`;
    const known = found.get(key) ?? { meant: intent, heardAs, times: 0, example: text };
    found.set(key, { ...known, times: known.times + 1 });
  }
  return [...found.values()].sort((left, right) => right.times - left.times);
}

/** The area under the curve, by ranks: how often one of the first beats one of the others, ties counting half. */
export function aurocOf(first: readonly number[], others: readonly number[]): number | null {
  if (first.length === 0 || others.length === 0) return null;
  const all = [
    ...first.map((value) => ({ value, isFirst: true })),
    ...others.map((value) => ({ value, isFirst: false })),
  ].sort((left, right) => left.value - right.value);
  let ranks = 0;
  for (let at = 0; at < all.length;) {
    let end = at;
    while (end < all.length && all[end]?.value === all[at]?.value) end += 1;
    const rank = (at + end + 1) / 2;
    for (; at < end; at += 1) if (all[at]?.isFirst === true) ranks += rank;
  }
  return (ranks - (first.length * (first.length + 1)) / 2) / (first.length * others.length);
}
