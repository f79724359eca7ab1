import { createStore } from 'zustand/vanilla';

export type Announcement = {
  /** What cannot wait, such as something that went wrong, interrupts. */
  readonly urgent?: boolean;
  /** Of what was said about one topic and not heard yet, only the newest is said. */
  readonly topic?: string;
};

/** What the two live regions hold. `count` rises with each, so that the same words can be heard again. */
export type Spoken = { readonly text: string; readonly count: number };
export type AnnouncerState = { readonly polite: Spoken; readonly urgent: Spoken };

/** Runs something a little later. */
export type Later = (milliseconds: number, run: () => void) => void;

/** So long is waited for what follows, because it is heard as one sentence. */
const gathering = 180;
/** So long a sentence has before the next one takes its place: a run must not outrun the voice. */
const breath = 900;
/** More than so many at once are counted, not read out. */
const mostAtOnce = 5;

const silence: Spoken = { text: '', count: 0 };

/** What is read out to those who do not see it: gathered for a moment, without repetition, never in a flood. */
export function createAnnouncer(later: Later) {
  const store = createStore<AnnouncerState>(() => ({ polite: silence, urgent: silence }));
  let waiting: readonly { readonly text: string; readonly topic: string | null }[] = [];
  let isTimed = false;

  const speak = (kind: keyof AnnouncerState, text: string): void =>
    store.setState({ [kind]: { text, count: store.getState()[kind].count + 1 } });

  const flush = (): void => {
    isTimed = false;
    if (waiting.length === 0) return;
    const texts = waiting.map(({ text }) => text);
    waiting = [];
    const left = texts.length - mostAtOnce;
    // How it ended is worth more than how it began.
    const heard = left > 0 ? [`${left} more`, ...texts.slice(left)] : texts;
    speak('polite', heard.map(asSentence).join(' '));
    isTimed = true;
    later(breath, flush);
  };

  const announce = (text: string, { urgent = false, topic }: Announcement = {}): void => {
    const said = text.trim();
    if (said === '') return;
    if (urgent) return speak('urgent', asSentence(said));
    waiting = waiting.filter((one) => one.text !== said && (topic === undefined || one.topic !== topic));
    waiting = [...waiting, { text: said, topic: topic ?? null }];
    if (isTimed) return;
    isTimed = true;
    later(gathering, flush);
  };

  return { announce, getState: store.getState, getInitialState: store.getInitialState, subscribe: store.subscribe };
}

const asSentence = (text: string): string => (/[.!?…]["”]?$/.test(text) ? text : `${text}.`);

const timed: Later = (milliseconds, run) => void setTimeout(run, milliseconds);

/** The one voice of this window. */
export const announcer = createAnnouncer(timed);
export const announce = announcer.announce;
