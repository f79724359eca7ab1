import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settledLayout } from '../../renderer/canvas/layout/auto/settled-layout.ts';
import { isArea } from '../../renderer/canvas/layout/is-area.ts';
import { touches } from '../../renderer/canvas/layout/rect.ts';
import type { Document } from '../../shared/model/document.ts';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { after, planAll } from '../unit/renderer/canvas/layout/auto/lay-out.ts';
import { pictureOf } from '../unit/renderer/canvas/picture-of.ts';

const place = fc.record({ x: fc.integer({ min: -3000, max: 6000 }), y: fc.integer({ min: -2000, max: 4000 }) });
const thing = fc.record({
  at: place,
  kind: fc.constantFrom('note', 'note', 'area', 'wideArea', 'user', 'session'),
  size: fc.record({ width: fc.integer({ min: 80, max: 700 }), height: fc.integer({ min: 60, max: 500 }) }),
});
const conversation = fc.record({
  scenes: fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 0, maxLength: 3 }), { maxLength: 3 }),
  leadsTo: fc.integer({ min: 0, max: 12 }),
  at: fc.option(place),
});

type Drawn = {
  readonly conversations: readonly { scenes: number[][]; leadsTo: number; at: { x: number; y: number } | null }[];
  readonly things: readonly {
    at: { x: number; y: number };
    kind: string;
    size: { width: number; height: number };
  }[];
};

/** Conversations that lead to each other, some put somewhere, and all that can stand around them, near and far. */
function scenarioOf({ conversations, things }: Drawn): Document {
  let building = aScenario().withApiAction('lookUp', { inputs: ['orderId'], outputs: ['status'] });
  for (const [number, { scenes, at, leadsTo }] of conversations.entries()) {
    const id = `c${number}`;
    building = building.withConversation(id);
    for (const [scene, turns] of scenes.entries()) {
      building = building.withScene(`${id}s${scene}`);
      for (const [turn, intents] of turns.entries()) {
        building = building.withTurn(`${id}s${scene}t${turn}`);
        for (let intent = 0; intent < intents; intent += 1) {
          const target = intent === 0 && leadsTo < conversations.length ? { transition: `c${leadsTo}` } : {};
          const uses = turn === 1 ? { actions: [{ action: 'lookUp', inputs: { orderId: 'user.order_id' } }] } : {};
          building = building.user(`${id}s${scene}t${turn}i${intent}`, {
            ...target,
            ...uses,
            samples: ['a {session.b}'],
          });
        }
      }
    }
    if (at !== null) building = building.placed(id, at.x, at.y);
  }
  const puts = things.map(({ at, kind, size }, number) => {
    const id = `thing-${number}`;
    if (kind === 'user' || kind === 'session')
      return { table: 'views', record: { id, kind: 'context', shows: kind, ...at } };
    const wide = kind === 'wideArea' ? { width: size.width * 5, height: size.height * 5 } : size;
    const form = kind === 'note' ? {} : { form: 'area' };
    return { table: 'notes', record: { id, text: id, ...at, ...wide, ...form } };
  });
  return after(building.build(), { kind: 'records.put', label: 'Put', puts: puts as never });
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  conversations: fc.array(conversation, { maxLength: 6 }),
  things: fc.array(thing, { maxLength: 8 }),
});

const layOut = async (document: Document): Promise<Document> =>
  after(document, await settledLayout(document, async (now) => planAll(now)));

test('laying out everything twice is laying it out once, and alike whenever it is done', async () => {
  await fc.assert(
    fc.asyncProperty(drawn, async (what) => {
      const document = scenarioOf(what);
      const once = await layOut(document);
      expect(await settledLayout(once, async (now) => planAll(now))).toBeNull();
      expect(printScenario(await layOut(scenarioOf(what)))).toBe(printScenario(once));
    }),
    { numRuns: 200 },
  );
});

test('what stood free of everything still does', async () => {
  await fc.assert(
    fc.asyncProperty(drawn, async (what) => {
      const document = scenarioOf(what);
      const [was, now] = [pictureOf(document).spots, pictureOf(await layOut(document)).spots];
      const standing = [...was.values()].filter(
        ({ box, parent }) => parent === null && !isArea(box) && !(box.kind === 'context' && box.isAutomatic),
      );
      const free = standing.filter((one) => !standing.some((other) => other !== one && touches(one.rect, other.rect)));
      const covered = free.flatMap(({ id }, index) =>
        free.slice(index + 1).flatMap((other) => {
          const [one, two] = [now.get(id)?.rect, now.get(other.id)?.rect];
          return one !== undefined && two !== undefined && touches(one, two) ? [`${id} and ${other.id}`] : [];
        }),
      );
      expect(covered).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
