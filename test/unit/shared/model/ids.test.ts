import { describe, expect, test } from 'vitest';
import { freeId, freeNumbered, idPattern, slugify } from '../../../../shared/model/ids.ts';

describe('an id', () => {
  test.each([
    ['Where is my order?', 'where-is-my-order'],
    ['lookUpOrder', 'look-up-order'],
    ['Crème brûlée', 'creme-brulee'],
    ['--a__b--', 'a-b'],
    ['Πού', 'item'],
    ['', 'item'],
    ['constructor', 'item'],
    ['x'.repeat(200), 'x'.repeat(60)],
    [`${'x'.repeat(59)} y`, 'x'.repeat(59)],
  ])('from %j is %s', (name, id) => {
    expect(slugify(name)).toBe(id);
    expect(id).toMatch(idPattern);
  });

  test('is the first that is free', () => {
    const taken = new Set(['scene', 'scene-2', 'scene-4']);
    expect(freeId('Scene', (id) => taken.has(id))).toBe('scene-3');
    expect(freeId('Turn', (id) => taken.has(id))).toBe('turn');
  });

  test('is found with few questions among very many', () => {
    const taken = new Set(['a', ...Array.from({ length: 100_000 }, (_, index) => `a-${index + 2}`)]);
    let questions = 0;
    const found = freeNumbered('a', '-', (id) => {
      questions += 1;
      return taken.has(id);
    });
    expect(found).toBe('a-100002');
    expect(questions).toBeLessThan(50);
  });

  test.each(['a', 'A9._-', '0', 'x'.repeat(120), 'constructors'])('may be %s', (id) => {
    expect(id).toMatch(idPattern);
  });

  test.each(['', '-a', '.a', '_a', '__proto__', 'constructor', 'prototype', 'a b', 'é', 'a\n', 'x'.repeat(121)])(
    'may not be %j',
    (id) => {
      expect(id).not.toMatch(idPattern);
    },
  );
});
