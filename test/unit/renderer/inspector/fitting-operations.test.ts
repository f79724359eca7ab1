import { expect, test } from 'vitest';
import { fittingOperations, offeredOperations } from '../../../../renderer/inspector/conditions/fitting-operations.ts';
import { attributeTypes } from '../../../../shared/model/attribute-type.ts';
import { operations } from '../../../../shared/model/condition.ts';

test('every operation fits some type, and every type has some, in words of its own', () => {
  const offered = attributeTypes.filter((type) => type !== 'json').flatMap((type) => fittingOperations(type));
  expect(new Set(offered.map(({ value }) => value))).toEqual(new Set(operations));
  for (const type of attributeTypes) {
    const labels = fittingOperations(type).map(({ label }) => label);
    expect(labels.length).toBeGreaterThan(3);
    expect(new Set(labels).size).toBe(labels.length);
  }
});

test('what is chosen stays, although it does not fit; what is not known may be anything', () => {
  expect(offeredOperations('boolean', 'is_true').map(({ value }) => value)).not.toContain('starts_with');
  expect(offeredOperations('boolean', 'starts_with').at(-1)).toEqual({
    value: 'starts_with',
    label: 'starts with (does not fit boolean)',
  });
  expect(fittingOperations(null).map(({ value }) => value)).toEqual(operations);
});
