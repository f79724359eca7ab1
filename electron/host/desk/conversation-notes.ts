import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { Json, JsonObject } from '../../../shared/base/json.ts';

/** What scripts keep with a talk. */
export type Notes = {
  readonly metadata: JsonObject;
  readonly tags: readonly string[];
  readonly events: readonly Json[];
};

/** What is kept with talks while they go on; failures are sentences. */
export type ConversationNotes = {
  readonly of: (session: string) => Notes;
  readonly set: (session: string, key: string, value: Json) => Result<null, string>;
  readonly remove: (session: string, key: string) => void;
  readonly tag: (session: string, tag: string) => Result<null, string>;
  readonly record: (session: string, event: Json) => Result<null, string>;
};

const none: Notes = { metadata: {}, tags: [], events: [] };

/** The least recent talks make room for new ones; a talk of this app is over long before. */
const mostTalks = 200;
const mostEntries = 200;
/** Characters of everything one talk keeps. */
const mostText = 256 * 1024;

export function createConversationNotes(): ConversationNotes {
  const talks = new Map<string, Notes>();
  const of = (session: string): Notes => talks.get(session) ?? none;
  const keep = (session: string, notes: Notes): Result<null, string> => {
    const { metadata, tags, events } = notes;
    if (Object.keys(metadata).length > mostEntries || tags.length > mostEntries || events.length > mostEntries)
      return fail(`A conversation keeps ${mostEntries} values, tags and events each; this is one more.`);
    if (JSON.stringify(notes).length > mostText) return fail('A conversation keeps 256 KB; this would be more.');
    talks.delete(session);
    talks.set(session, notes);
    const oldest = talks.keys().next().value;
    if (talks.size > mostTalks && oldest !== undefined) talks.delete(oldest);
    return succeed(null);
  };
  return {
    of,
    set: (session, key, value) => {
      const notes = of(session);
      const others = Object.entries(notes.metadata).filter(([name]) => name !== key);
      return keep(session, { ...notes, metadata: Object.fromEntries([...others, [key, value]]) });
    },
    remove: (session, key) => {
      const notes = of(session);
      const others = Object.entries(notes.metadata).filter(([name]) => name !== key);
      keep(session, { ...notes, metadata: Object.fromEntries(others) });
    },
    tag: (session, tag) => {
      const notes = of(session);
      return notes.tags.includes(tag) ? succeed(null) : keep(session, { ...notes, tags: [...notes.tags, tag] });
    },
    record: (session, event) => {
      const notes = of(session);
      return keep(session, { ...notes, events: [...notes.events, event] });
    },
  };
}
