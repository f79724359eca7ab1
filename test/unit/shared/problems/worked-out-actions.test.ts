import { expect, test } from 'vitest';
import { checkScenario } from '../../../../shared/problems/check-scenario.ts';
import { reference, when } from '../../../builders/conditions.ts';
import { flow, step, withActions, workedOutCases } from './worked-out-cases.ts';

test.each(workedOutCases)('$code is found at $field', ({ code, ref, field, says, broken }) => {
  const found = checkScenario(broken()).filter(
    (problem) => problem.code === code && problem.ref === ref && problem.field === field,
  );
  expect(found).toMatchObject([{ code, ref, severity: 'error' }]);
  expect(found[0]?.sentence).toContain(says);
});

test('a workflow that reads what is there has no findings, and only its steps may', () => {
  const sound = flow([
    step('a'),
    {
      kind: 'each',
      name: 'lines',
      list: reference('args.list'),
      steps: [{ ...step('b', 'loop.item.id'), conditions: [when('loop.index', 'lt', 3)] }, step('c', 'steps.b.total')],
    },
    { kind: 'together', name: '', branches: [[step('d', 'steps.a.total')], [step('e', 'steps.lines[0].b.total')]] },
    step('f', 'steps.d.total'),
  ]);
  expect(checkScenario(sound)).toEqual([]);
  const outside = withActions((builder) => builder.withSetAttributesAction('note', { 'user.x': 'args.order' }));
  expect(checkScenario(outside).map(({ code }) => code)).toEqual(['P001-unknown-context']);
});

test('what an action leaves on failure is set by it', () => {
  const read = (more: object): readonly string[] =>
    checkScenario(
      withActions((builder) =>
        builder
          .withAction('calculation', 'bill', { steps: [], ...more })
          .withSetAttributesAction('note', { 'user.other': 'user.excuse' }),
      ),
    ).map(({ code }) => code);
  expect(read({})).toEqual(['P002-nothing-sets-attribute']);
  expect(read({ onFailure: { message: '', transition: null, outputs: { excuse: 'Sorry.' } } })).toEqual([]);
});

test('what is filled in is not known before it runs', () => {
  const moment = (more: object): readonly string[] =>
    checkScenario(withActions((builder) => builder.withAction('dateTime', 'day', { ...more }))).map(
      ({ field }) => field,
    );
  expect(
    moment({ base: '{user.utterance_text}', modifier: '+$days days', format: 'EEE d', zone: 'Europe/Athens' }),
  ).toEqual([]);
  expect(moment({ modifier: '+$days dayz', format: 'QQ' })).toEqual(['format']);
});
