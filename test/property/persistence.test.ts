import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../shared/base/json.ts';
import { applyDiff } from '../../shared/commands/diff.ts';
import { planCommand } from '../../shared/commands/plan-command.ts';
import type { Diff, Document } from '../../shared/model/document.ts';
import { printDiff, printJournalLine, replayJournal } from '../../shared/persistence/journal-format.ts';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { readJson } from '../../shared/persistence/read-json.ts';
import { readScenario } from '../../shared/persistence/read-scenario.ts';
import { repairScenario } from '../../shared/persistence/repair-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { value, when } from '../builders/conditions.ts';
import { orderDocument } from '../builders/order-document.ts';
import { commandFor, diceArbitrary } from '../builders/random-command.ts';
import { readSharedData } from '../builders/shared-data.ts';
import { unwrap } from '../builders/unwrap.ts';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 300);
const good = printScenario(orderDocument());

/** A document with a text in every field that takes any text. */
function saying(text: string): Document {
  return aScenario('Naughty', { name: text, description: text })
    .withAttribute('status', 'string', { description: text, example: text })
    .withContext('basket', { description: text, values: { a: { b: [text] } } })
    .withIntegration('shop', { description: text, headers: [{ name: text, value: text }] })
    .withInterpreter('greeter', { callback: text })
    .withApiAction('lookUp', {
      description: text,
      inputs: [{ name: 'orderId', description: text }],
      request: { query: [{ name: text, value: text }], body: { kind: 'text', text } },
      confirmation: { when: 'always', question: text },
      onFailure: { message: text },
      mocks: [{ name: text, body: text }],
    })
    .withConversation('Orders', { description: text, conditions: [when('user.status', 'eq', value(text))] })
    .withScene('Main', { description: text })
    .withTurn('Where', { description: text, validOrigins: [text] })
    .user('ask', { name: text, samples: [text], listensFor: [text], sets: { 'user.a': value(text) } })
    .app('tell', { text, messages: [{ text, buttons: [{ text, callback: text, value: text }] }] })
    .withTest('Test', [{ kind: 'say', text }])
    .withNote(text)
    .build();
}

const ids = ['orders', 'main', 'where', 'ask', 'tell', 'use', 'lookUp', 'order', '__proto__', 'a b'];

type Member = { readonly holder: Record<string, Json>; readonly key: string };
function membersWithin(json: Json): Member[] {
  if (typeof json !== 'object' || json === null) return [];
  const holder = json as Record<string, Json>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...membersWithin(holder[key] ?? null)]);
}

const occurrences = (text: string, json: Json): number => {
  if (typeof json === 'string') return json === text ? 1 : 0;
  if (typeof json !== 'object' || json === null) return 0;
  return Object.values(json).reduce<number>((sum, member) => sum + occurrences(text, member), 0);
};

function survives(text: string): void {
  const document = saying(text);
  const printed = printScenario(document);
  const back = unwrap(readScenario(new TextEncoder().encode(printed))).document;
  expect(printScenario(back)).toBe(printed);
  expect(back.tables.intents.toJS()).toEqual(document.tables.intents.toJS());
  expect(occurrences(text, JSON.parse(printed) as Json)).toBeGreaterThanOrEqual(29);
}

describe('any text', () => {
  test('[F3] in every field is the same after writing and reading', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 50 }), survives), { numRuns: runs });
  });

  const naughty = readSharedData('corpora/blns/blns.json');
  test.skipIf(naughty === null)('[F3] that is naughty is the same after writing and reading', () => {
    const texts = JSON.parse(naughty ?? '[]') as string[];
    expect(texts.length).toBeGreaterThan(500);
    for (const text of texts) survives(text);
  });
});

describe('any bytes', () => {
  const damage = fc.array(
    fc.record({
      at: fc.nat(good.length),
      cut: fc.nat(40),
      put: fc.oneof(
        fc.string({ maxLength: 8 }),
        fc.constantFrom('{', '}', '[', ']', ',', '"', '\\', 'null', '"__proto__":1,', '1e999'),
      ),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const damaged = damage.map((hits) =>
    hits.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), good),
  );

  /** Sound JSON with wrong values in it: what the schemas and the structure checks have to catch. */
  const wrong = fc
    .array(
      fc.record({
        place: fc.nat(9999),
        put: fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...ids), fc.constant(null)),
      }),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((changes) => {
      const file = JSON.parse(good) as Json;
      for (const { place, put } of changes) {
        const places = membersWithin(file);
        const { holder, key } = places[place % places.length] ?? { holder: {}, key: '' };
        if (put === null) delete holder[key];
        else holder[key] = put as Json;
      }
      return JSON.stringify(file);
    });

  test('[F7] give a document or problems with pointers, and never throw', () => {
    const anything = fc.oneof(
      damaged,
      wrong,
      fc.uint8Array({ maxLength: 200 }),
      fc.json(),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(anything, (source) => {
        const read = readScenario(source);
        if (read.ok)
          return (
            printScenario(unwrap(readScenario(printScenario(read.value.document))).document) ===
            printScenario(read.value.document)
          );
        return (
          read.failure.length > 0 &&
          read.failure.every(({ pointer, sentence }) => /^(\/.*)?$/su.test(pointer) && sentence.endsWith('.'))
        );
      }),
      { numRuns: runs * 5 },
    );
  });

  test('[F7] are refused by the scanner exactly when JSON.parse refuses them, or for a reason of its own', () => {
    const nearlyJson = fc.oneof(
      damaged,
      fc.json(),
      fc
        .tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 }))
        .map(([json, at, put]) => json.slice(0, at % (json.length + 1)) + put + json.slice(at % (json.length + 1))),
    );
    const ownReason = /given twice|not allowed here|too large to keep/;
    fc.assert(
      fc.property(nearlyJson, (text) => {
        const read = readJson(text);
        const isParsed = parses(text);
        if (read.ok) return isParsed;
        return !isParsed || read.failure.every(({ sentence }) => ownReason.test(sentence));
      }),
      { numRuns: runs * 10 },
    );
  });

  test('[F16] that can be repaired give a sound document, and nothing is lost in silence', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, wrong), (source) => {
        const repaired = repairScenario(source);
        const read = readScenario(source);
        if (!repaired.ok) return !read.ok;
        const text = printScenario(repaired.value.document);
        const sound = printScenario(unwrap(readScenario(text)).document) === text;
        return (
          sound &&
          read.ok === (repaired.value.leftOut.length === 0) &&
          (!read.ok || printScenario(read.value.document) === text)
        );
      }),
      { numRuns: runs * 5 },
    );
  });
});

test('[F19] the journal of any edits gives the edited document', () => {
  fc.assert(
    fc.property(fc.array(diceArbitrary, { maxLength: 25, size: 'max' }), (rolls) => {
      const diffs: Diff[] = [];
      let document = orderDocument();
      for (const dice of rolls) {
        const plan = planCommand(document, commandFor(document, dice));
        if (!plan.ok) continue;
        document = applyDiff(document, plan.value.diff);
        diffs.push(plan.value.diff);
      }
      const journal = diffs.map((diff, index) => printJournalLine(index, printDiff(diff))).join('');
      const replayed = unwrap(replayJournal(good, journal.split('\n')));
      expect(replayed).toMatchObject({ edits: diffs.length, torn: false, stoppedAt: null });
      expect(printScenario(replayed.document)).toBe(printScenario(document));
    }),
    { numRuns: runs },
  );
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
