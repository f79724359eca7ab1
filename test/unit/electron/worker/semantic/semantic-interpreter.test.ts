import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../../../shared/base/result.ts';
import type { InterpretRun } from '../../../../../shared/engine/effect.ts';
import { asId } from '../../../../../shared/model/ids.ts';
import { createCanceller } from '../../../../../shared/runtime/cancellation.ts';
import type { TextModel } from '../../../../../electron/worker/semantic/load-text-model.ts';
import {
  createSemanticInterpreter,
  type SemanticParts,
} from '../../../../../electron/worker/semantic/semantic-interpreter.ts';

/** Knows two things: travel and music. */
const topics = [/trip|journey|flight|travel/, /song|tune|jazz|melody/];

/** A stand-in that reads texts by their topic, and remembers what it was given. */
function aModel(): TextModel & { readonly given: string[][] } {
  const given: string[][] = [];
  return {
    given,
    dimensions: 3,
    read: (texts) => {
      given.push([...texts]);
      return Promise.resolve(
        texts.map((text) => {
          const vector = Float32Array.from([...topics.map((topic) => (topic.test(text) ? 1 : 0)), 0.1]);
          const length = Math.hypot(...vector);
          return vector.map((value) => value / length);
        }),
      );
    },
  };
}

const anUtterance = (text: string, more: Partial<InterpretRun> = {}): InterpretRun => ({
  kind: 'interpret.run',
  id: 'run-1.7',
  interpreter: asId('reader'),
  text,
  at: 1_700_000_000_000,
  candidates: [
    {
      intentId: 'travel',
      name: '',
      description: '',
      samples: ['book a flight', 'plan {user.what} trip'],
      expected: [],
    },
    {
      intentId: 'music',
      name: '',
      description: '',
      samples: ['play a song', 'put on jazz from {user.year}'],
      expected: [{ name: 'year', type: 'int' }],
    },
  ],
  language: '',
  timeout: 1_000,
  ...more,
});

const never = createCanceller();
function reader(parts: Partial<SemanticParts> = {}) {
  const model = aModel();
  const interpret = createSemanticInterpreter({
    load: () => Promise.resolve(succeed(model)),
    wordVectors: () => null,
    now: () => 0,
    ...parts,
  });
  return { model, ask: (effect: InterpretRun, by = never) => interpret(effect, by) };
}

describe('a semantic interpreter', () => {
  test('understands what shares no word with any sample', async () => {
    const result = await reader().ask(anUtterance('a long journey'));
    expect(result).toMatchObject({ outcome: 'succeeded', origin: 'default', detail: '', request: null });
    expect(result.ranking?.[0]).toMatchObject({ intentId: 'travel' });
    expect(result.ranking?.[0]?.confidence).toBeGreaterThan(0.5);
    const words = createSemanticInterpreter({
      load: () => Promise.resolve(fail('x')),
      wordVectors: () => null,
      now: () => 0,
    });
    const byWords = await words(anUtterance('a long journey'), never);
    expect(byWords.ranking?.find(({ intentId }) => intentId === 'travel')?.confidence ?? 0).toBeLessThan(0.5);
  });

  test('finds the same words, slots and values as the built-in one', async () => {
    const { ask } = reader();
    expect((await ask(anUtterance('Play a song!'))).ranking?.[0]).toMatchObject({ intentId: 'music', confidence: 1 });
    expect((await ask(anUtterance('put on jazz from 1959'))).ranking?.[0]).toMatchObject({
      intentId: 'music',
      attributes: { year: 1959 },
    });
  });

  test('reads each text once, without its slots', async () => {
    const { ask, model } = reader();
    await ask(anUtterance('a long journey'));
    await ask(anUtterance('a long journey'));
    await ask(anUtterance('some melody'));
    expect(model.given.flat().toSorted()).toEqual([
      'a long journey',
      'book a flight',
      'plan trip',
      'play a song',
      'put on jazz from',
      'some melody',
    ]);
  });

  test.each([
    ['is not installed', () => Promise.resolve(fail('It is not here.')), 'It is not here.'],
    [
      'cannot be loaded',
      () => Promise.reject(new Error('no memory')),
      'The model of meaning failed (no memory), so the built-in interpreter read instead.',
    ],
    [
      'breaks while it reads',
      () => Promise.resolve(succeed({ dimensions: 3, read: () => Promise.reject(new Error('aborted')) })),
      'The model of meaning failed (aborted), so the built-in interpreter read instead.',
    ],
  ])('that %s leaves it to the built-in one, and says so', async (_how, load, detail) => {
    const { ask } = reader({ load });
    for (const _again of [1, 2]) {
      const result = await ask(anUtterance('book a flight'));
      expect(result).toMatchObject({ outcome: 'succeeded', origin: 'default', detail });
      expect(result.ranking?.[0]).toMatchObject({ intentId: 'travel', confidence: 1 });
    }
  });

  test('does not begin with more than it can read in good time', async () => {
    const samples = Array.from({ length: 5_001 }, (_, index) => `sample number ${index}`);
    const { ask, model } = reader();
    const candidates = [{ intentId: 'many', name: '', description: '', samples, expected: [] }];
    const result = await ask(anUtterance('sample number 7', { candidates }));
    expect([model.given, result.ranking?.[0]?.confidence]).toEqual([[], 1]);
    expect(result.detail).toMatch(/^5001 samples are in reach, more than the model of meaning reads/);
  });

  test('stops when its time is over or nobody waits, and keeps what it has read', async () => {
    const samples = Array.from({ length: 40 }, (_, index) => `song number ${index}`);
    const candidates = [{ intentId: 'music', name: '', description: '', samples, expected: [] }];
    let time = 0;
    const { ask, model } = reader({ now: () => (time += 400) });
    const late = await ask(anUtterance('song', { candidates }));
    expect(late).toMatchObject({ outcome: 'failed', failure: 'timedOut', origin: 'default' });
    const read = model.given.flat().length;
    expect(read).toBeLessThan(41);
    const gone = createCanceller();
    gone.cancel();
    expect(await ask(anUtterance('song', { candidates }), gone)).toMatchObject({ failure: 'cancelled' });
    await ask(anUtterance('song', { candidates, timeout: 100_000 }));
    expect(new Set(model.given.flat()).size).toBe(model.given.flat().length);
  });
});
