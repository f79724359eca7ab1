import { invariant } from '../base/invariant.ts';
import { copyClip } from '../exchange/clipboard/copy-clip.ts';
import type { Clip } from '../exchange/clipboard/clip-schema.ts';
import type { Document } from '../model/document.ts';
import { freeNumbered } from '../model/ids.ts';
import { asking } from './asking.ts';
import { patternDocument } from './pattern-document.ts';
import type { PatternSketch } from './pattern-sketch.ts';
import { safetyNets } from './safety-nets.ts';
import { telling } from './telling.ts';
import { waysInAndOut } from './ways-in-and-out.ts';

/** A ready conversation that works where it is dropped. */
export type Pattern = Pick<PatternSketch, 'id' | 'name' | 'purpose'> & {
  /** As a scenario of its own, for a look at it; made when it is first asked for. */
  readonly document: () => Document;
  /** As it is taken in by a scenario: like anything copied, with ids that are renewed on the way, and a name nobody has there. */
  readonly clipFor: (document: Document) => Clip;
};

function patternOf(sketch: PatternSketch): Pattern {
  let made: Document | null = null;
  const document = (): Document => (made ??= patternDocument(sketch));
  return {
    id: sketch.id,
    name: sketch.name,
    purpose: sketch.purpose,
    document,
    clipFor: (there) => {
      const clip = copyClip(document(), [sketch.id]);
      invariant(clip !== null, 'a pattern has a conversation');
      const names = new Set([...there.tables.conversations.values()].map(({ name }) => name));
      const free = (name: string): string =>
        names.has(name) ? freeNumbered(name, ' ', (taken) => names.has(taken)) : name;
      return { ...clip, conversations: clip.conversations.map((each) => ({ ...each, name: free(each.name) })) };
    },
  };
}

export const patternGroups: readonly { readonly title: string; readonly patterns: readonly Pattern[] }[] = [
  { title: 'Begin and end', patterns: waysInAndOut.map(patternOf) },
  { title: 'Catch what goes wrong', patterns: safetyNets.map(patternOf) },
  { title: 'Ask and tell', patterns: [...telling, ...asking].map(patternOf) },
];

export const patterns: readonly Pattern[] = patternGroups.flatMap((group) => group.patterns);

export const patternNamed = (id: string): Pattern | undefined => patterns.find((pattern) => pattern.id === id);

/** What a pattern answers to that another intent here answers to already, as with a second opening. */
export function patternRivals(document: Document, pattern: Pattern): readonly string[] {
  const here = new Set([...document.tables.intents.values()].map(({ intentId }) => intentId));
  const reserved = [...pattern.document().tables.intents.values()].filter(({ intentId }) =>
    intentId.startsWith('intent.core.'),
  );
  return reserved.flatMap(({ intentId, name }) => (here.has(intentId) ? [name] : []));
}
