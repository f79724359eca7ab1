// @vitest-environment jsdom
import { act, fireEvent } from '@testing-library/react';
import { expect, test } from 'vitest';
import { checkScenario } from '../../../../shared/problems/check-scenario.ts';
import { problemCodes, type Problem, type ProblemCode } from '../../../../shared/problems/problem.ts';
import { brokenCases } from '../../shared/problems/broken-cases.ts';
import { workedOutCases } from '../../shared/problems/worked-out-cases.ts';
import { inspect } from './inspected.tsx';

/** What fields that hold references and patterns say themselves, at once and in words of their own. */
const ownWords: { readonly [Code in ProblemCode]?: RegExp } = {
  'P001-unknown-context': /There is no context/,
  'P002-nothing-sets-attribute': /Nothing sets/,
  'P003-broken-reference': /./,
  'P014-writes-read-only-context': /can only be read/,
  'P016-broken-pattern': /not a pattern/,
  'P020-unknown-interpreter': /interpreter does not exist/,
  'P023-unknown-service-intent': /No intent has the id “ordr”/,
};

/** Opens whatever is closed, and what was in there. */
async function openAll(): Promise<void> {
  for (let round = 0; round < 3; round += 1)
    for (const closed of document.querySelectorAll('.inspector [aria-expanded="false"]:not([aria-haspopup])'))
      await act(async () => {
        fireEvent.click(closed);
      });
}

/** What the form says is wrong: beside its fields, or under the name where it is about the whole. */
const troubles = (): string[] =>
  [...document.querySelectorAll('.inspector .trouble')].map((line) => line.textContent ?? '');

const says = ({ code, sentence, here }: Problem, said: readonly string[]): boolean =>
  said.some(
    (line) => line.includes(here ?? sentence) || line.includes(sentence) || ownWords[code]?.test(line) === true,
  );

test.each([...brokenCases, ...workedOutCases])(
  '$code of $ref is told where it is mended',
  async ({ code, ref, broken }) => {
    const scenario = broken();
    const problem = checkScenario(scenario).find((one) => one.code === code && one.ref === ref);
    if (problem === undefined) throw new Error(`${code} is not found.`);
    inspect(scenario, [ref]);
    await act(async () => {
      await new Promise((done) => setTimeout(done));
    });
    await openAll();
    const said = troubles();
    expect(says(problem, said) ? 'told' : { wanted: problem.here ?? problem.sentence, said }).toBe('told');
  },
);

test('every code is among them', () => {
  const codes = new Set([...brokenCases, ...workedOutCases].map((one) => one.code));
  expect([...codes].toSorted()).toEqual([...problemCodes].toSorted());
});
