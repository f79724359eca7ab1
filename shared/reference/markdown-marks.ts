/** Words between two marks of one kind: emphasis, or code, in which nothing else has a meaning. */
export type MarkedSpan = {
  readonly kind: 'emphasis' | 'code';
  readonly mark: string;
  /** Where the first mark begins, and where the second one does. */
  readonly start: number;
  readonly close: number;
};

type Run = { readonly sign: string; readonly at: number; readonly length: number };

/** The marks of a text that belong together, as CommonMark pairs them; what never closes is words. */
export function markedSpans(text: string): readonly MarkedSpan[] {
  const spans: MarkedSpan[] = [];
  let open: readonly Run[] = [];
  for (let at = 0; at < text.length;) {
    const run = runAt(text, at);
    if (run === null) {
      if (isParagraphEnd(text, at)) open = [];
      at = behindWords(text, at);
    } else if (run.sign === '`') {
      const close = codeEnd(text, run);
      if (close > 0) spans.push({ kind: 'code', mark: markOf(run), start: at, close });
      at = (close > 0 ? close : at) + run.length;
    } else {
      const closed = canClose(text, run) ? closeRuns(open, run) : { open, spans: [], rest: run };
      spans.push(...closed.spans);
      open = closed.rest.length > 0 && canOpen(text, run) ? [...closed.open, closed.rest] : closed.open;
      at += run.length;
    }
  }
  return spans;
}

/** One run may close several, and one that was opened may be closed bit by bit, the innermost first. */
function closeRuns(open: readonly Run[], run: Run) {
  const spans: MarkedSpan[] = [];
  let rest = run;
  let left = open;
  for (;;) {
    const found = left.findLastIndex(({ sign }) => sign === rest.sign);
    const opener = left[found];
    const length = Math.min(opener?.length ?? 0, rest.length);
    if (opener === undefined || length === 0) return { open: left, spans, rest };
    const start = opener.at + opener.length - length;
    spans.push({ kind: 'emphasis', mark: run.sign.repeat(length), start, close: rest.at });
    const still = { ...opener, length: opener.length - length };
    left = [...left.slice(0, found), ...(still.length > 0 ? [still] : [])];
    rest = { ...rest, at: rest.at + length, length: rest.length - length };
  }
}

const markOf = ({ sign, length }: Run): string => sign.repeat(length);

/** Three signs are as many as emphasis has; a single tilde has no meaning. */
function runAt(text: string, at: number): Run | null {
  const sign = text[at] ?? '';
  if (!'*_~`'.includes(sign) || sign === '') return null;
  let length = 1;
  while (text[at + length] === sign) length += 1;
  const isMark = sign === '`' || (sign === '~' ? length === 2 : length <= 3);
  return isMark ? { sign, at, length } : null;
}

/** A backslash takes the next character its meaning; the address of a link has no marks, nor has a run that is too long. */
function behindWords(text: string, at: number): number {
  if (text[at] === '\\') return at + 2;
  if (text.startsWith('](', at)) {
    const end = text.indexOf(')', at);
    return end < 0 || text.slice(at, end).includes('\n') ? at + 2 : end + 1;
  }
  let end = at + 1;
  while ('*_~'.includes(text[at] ?? '') && text[end] === text[at]) end += 1;
  return end;
}

function codeEnd(text: string, { at, length }: Run): number {
  const ticks = '`'.repeat(length);
  for (let next = text.indexOf(ticks, at + length); next > 0; next = text.indexOf(ticks, next)) {
    const found = runAt(text, next)?.length ?? 1;
    if (found === length) return next;
    next += found;
  }
  return -1;
}

const isParagraphEnd = (text: string, at: number): boolean =>
  text[at] === '\n' && /^\n[ \t]*\n/.test(text.slice(at, at + 80));

const canOpen = (text: string, run: Run): boolean => {
  const [ahead, behind] = around(text, run);
  return isFlanking(behind, ahead) && (run.sign !== '_' || !isWord(ahead));
};

const canClose = (text: string, run: Run): boolean => {
  const [ahead, behind] = around(text, run);
  return isFlanking(ahead, behind) && (run.sign !== '_' || !isWord(behind));
};

const around = (text: string, { at, length }: Run) =>
  [lastSign(text.slice(Math.max(0, at - 2), at)), firstSign(text.slice(at + length, at + length + 2))] as const;

/** Whole characters: half of one is neither a word nor a sign. */
export const firstSign = (text: string): string | undefined => /^[^]/u.exec(text)?.[0];
export const lastSign = (text: string): string | undefined => /[^]$/u.exec(text.slice(-2))?.[0];

/** Whether a mark belongs to what is on its inner side. */
const isFlanking = (inner: string | undefined, outer: string | undefined): boolean =>
  !isBlank(inner) && (!isPunctuation(inner) || !isWord(outer));

const isBlank = (sign: string | undefined): boolean => sign === undefined || /\s/.test(sign);
export const isPunctuation = (sign: string | undefined): boolean => sign !== undefined && /[\p{P}\p{S}]/u.test(sign);
export const isWord = (sign: string | undefined): boolean => !isBlank(sign) && !isPunctuation(sign);
