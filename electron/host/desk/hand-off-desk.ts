import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { Utterance } from '../../../shared/engine/utterance.ts';
import type { TalkSoFar } from '../../../shared/runtime/effect-setting.ts';

/** A line of a talk as the desk shows it. `AGENT` is the person who took over. */
export type DeskLine = { readonly speaker: 'USER' | 'APP' | 'AGENT'; readonly text: string };

/** A talk that was given to a person. */
export type DeskTalk = {
  readonly session: string;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** What the person who takes over reads first. */
  readonly note: string;
  /** Said to the user when the talk is given back. */
  readonly returnText: string;
  /** Oldest first, with what was said before the desk. */
  readonly lines: readonly DeskLine[];
};

export type HandOff = Omit<DeskTalk, 'lines'> & {
  readonly lines: TalkSoFar['lines'];
  /** Said to the user when the talk is given to the desk. */
  readonly text: string;
};

export type DeskEvent =
  /** `text` is for the chat; empty says nothing there. */
  | { readonly kind: 'talk.given'; readonly talk: DeskTalk; readonly text: string }
  | { readonly kind: 'line.added'; readonly session: string; readonly line: DeskLine }
  | { readonly kind: 'talk.returned'; readonly session: string; readonly text: string }
  /** The talk ended while it was at the desk. */
  | { readonly kind: 'talk.left'; readonly session: string };

/** The desk inside the app, where the designer plays the person a talk is given to. */
export type HandOffDesk = {
  /** Takes a talk in. One that is here already gets the new note. */
  readonly give: (handOff: HandOff) => Result<DeskTalk, string>;
  /** Longest waiting first. */
  readonly talks: () => readonly DeskTalk[];
  /** What the user says goes to the desk while their talk is there: true, and the engine never hears of it. */
  readonly routeUtterance: (session: string, utterance: Utterance) => boolean;
  /** The person at the desk says something to the user. The failure is a sentence. */
  readonly say: (session: string, text: string) => Result<DeskLine, string>;
  readonly giveBack: (session: string) => Result<null, string>;
  /** The run has ended. */
  readonly leave: (session: string) => void;
  /** Called with everything that happens, in order; ends with the returned function. */
  readonly listen: (listener: (event: DeskEvent) => void) => () => void;
};

const mostTalks = 100;
const mostLines = 1000;
const longestLine = 20_000;

/** No timers, no sockets, no clock: what happens at the desk happens because somebody did it. */
export function createHandOffDesk(): HandOffDesk {
  const talks = new Map<string, DeskTalk>();
  const listeners = new Set<(event: DeskEvent) => void>();
  const tell = (event: DeskEvent): void => [...listeners].forEach((listener) => listener(event));
  const add = (talk: DeskTalk, line: DeskLine): DeskLine => {
    const kept = { ...line, text: line.text.slice(0, longestLine) };
    talks.set(talk.session, { ...talk, lines: [...talk.lines, kept].slice(-mostLines) });
    tell({ kind: 'line.added', session: talk.session, line: kept });
    return kept;
  };
  return {
    give: ({ text, ...handOff }) => {
      if (!talks.has(handOff.session) && talks.size >= mostTalks)
        return fail(`${mostTalks} talks wait at the hand-off desk already. Give some of them back first.`);
      const talk = { ...handOff, lines: talks.get(handOff.session)?.lines ?? handOff.lines.slice(-mostLines) };
      talks.set(talk.session, talk);
      tell({ kind: 'talk.given', talk, text });
      return succeed(talk);
    },
    talks: () => [...talks.values()],
    routeUtterance: (session, utterance) => {
      const talk = talks.get(session);
      // Starting over is walking away from the desk.
      if (talk === undefined || utterance.kind === 'restart' || utterance.kind === 'endChat') {
        leave(session);
        return false;
      }
      const text = textOf(utterance);
      if (text !== '') add(talk, { speaker: 'USER', text });
      return true;
    },
    say: (session, text) => {
      const talk = talks.get(session);
      if (talk === undefined) return fail(gone);
      if (text.trim() === '') return fail('There is nothing to say yet. Write something first.');
      return succeed(add(talk, { speaker: 'AGENT', text: text.trim() }));
    },
    giveBack: (session) => {
      const talk = talks.get(session);
      if (talk === undefined) return fail(gone);
      talks.delete(session);
      tell({ kind: 'talk.returned', session, text: talk.returnText });
      return succeed(null);
    },
    leave,
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };

  function leave(session: string): void {
    if (talks.delete(session)) tell({ kind: 'talk.left', session });
  }
}

const gone = 'That talk is not at the hand-off desk any more.';

function textOf(utterance: Utterance): string {
  switch (utterance.kind) {
    case 'text':
      return utterance.text;
    case 'callback':
      return utterance.text === '' ? utterance.value : utterance.text;
    case 'form':
      return utterance.text === '' ? JSON.stringify(utterance.fields) : utterance.text;
    default:
      return '';
  }
}
