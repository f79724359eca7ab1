/** What people say before they come to the point. In English; elsewhere every word counts. */
const openers =
  'hi, hiya, hello, hey, hi there, hello there, hey there, hi again, greetings, good day, good morning, morning, ' +
  'good afternoon, good evening, dear team, dear sir, dear madam, hi team, hello team, how are you, how are you today, ' +
  'how are you doing, hope you are well, i hope you are well, hope you are doing well, i hope you are doing well, ' +
  'i hope this finds you well, excuse me, pardon me, sorry, i am sorry, apologies, my apologies, sorry to bother you, ' +
  'sorry to disturb you, but, and, so, then, now, well, ok, okay, oh, um, uh, er, hmm, anyway, basically, actually, ' +
  'unfortunately, just, also, please, pls, plz, kindly, quick question, one question, a question, a quick question, ' +
  'i have a question, i have a quick question, i got a question, my question is, the thing is, i think, i guess, ' +
  'i believe, by any chance, any idea, any chance, can you, could you, would you, will you, you can, you could, can i, ' +
  'could i, may i, i can, i could, can someone, could someone, can somebody, could somebody, can anyone, can anybody, ' +
  'be so kind and, be so kind to, be so kind as to, be kind enough to, would you mind, do you mind, if you do not mind, ' +
  'if, whether, help, help me, help me out, help me with, help me out with, help me to, assist me, assist me with, ' +
  'tell me, let me know, show me, explain to me, i need help, i need some help, i need your help, i need help with, ' +
  'i need some help with, i need your help with, i was wondering, i am wondering, i wonder, wondering, just wondering, ' +
  'i was hoping, i am hoping, i would like, i would like to, i would really like, i would really like to, ' +
  'i would love to, i would like to know, would like to know, to know, to ask, to find out, i want to know, ' +
  'i want to ask, i wanted to know, i wanted to ask, i just want to, i just wanted to, i need to know, ' +
  'i would appreciate it, it would be great, do you know, do you happen to know, is it possible to, is there a way to, ' +
  'would it be possible to, i am calling about, i am calling because, i am writing about, i am writing because, ' +
  'i am contacting you about, i am contacting you because, what is up with, check if, check whether, check for me if, ' +
  'check for me whether, find out if, find out whether';
/** And after it. */
const closers =
  'please, pls, plz, thanks, thank you, thanks a lot, thank you very much, thank you so much, thanks so much, ' +
  'thanks very much, many thanks, thanks again, thanks in advance, thank you in advance, and thanks, and thank you, ' +
  'cheers, if you do not mind, if possible, if you can, if you could, for me, ok, okay, mate, sir, madam, ' +
  'much appreciated, i appreciate it, i would appreciate it, any help is appreciated, kind regards, best regards, regards';

/** Apostrophes are gone when words are compared: "I'd" is "id". */
const shortForms: readonly (readonly [long: string, short: string])[] = [
  ['i would', 'id'],
  ['i am', 'im'],
  ['you are', 'youre'],
  ['do not', 'dont'],
  ['what is', 'whats'],
];

type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** By the word that is met first, the longest first. */
function toPhrases(list: string, order: (words: string[]) => string[]): Phrases {
  const texts = list.split(', ').flatMap((text) => [
    text,
    ...shortForms.flatMap(([long, short]) => {
      const contracted = text.replace(long, short);
      return contracted === text ? [] : [contracted];
    }),
  ]);
  const phrases = texts.map((text) => order(text.split(' '))).toSorted((left, right) => right.length - left.length);
  const found = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    const [first = ''] = phrase;
    const listed = found.get(first);
    if (listed === undefined) found.set(first, [phrase]);
    else listed.push(phrase);
  }
  return found;
}

const opening = toPhrases(openers, (words) => words);
const closing = toPhrases(closers, (words) => words.toReversed());

/** The words between the phrases that frame what is said: from the first up to the second. One at least is left. */
export function withinFrame(forms: readonly string[]): readonly [start: number, end: number] {
  let [start, end] = [0, forms.length];
  for (;;) {
    const opened = phraseLength(opening, end - start - 1, (at) => forms[start + at]);
    if (opened === 0) break;
    start += opened;
  }
  for (;;) {
    const closed = phraseLength(closing, end - start - 1, (at) => forms[end - 1 - at]);
    if (closed === 0) break;
    end -= closed;
  }
  return [start, end];
}

/** Words of the longest phrase that stands here, no longer than `most`; none is 0. */
function phraseLength(phrases: Phrases, most: number, formAt: (at: number) => string | undefined): number {
  const fitting = phrases
    .get(formAt(0) ?? '')
    ?.find((words) => words.length <= most && words.every((word, at) => word === formAt(at)));
  return fitting?.length ?? 0;
}
