import { describe, expect, test } from 'vitest';
import { checkSpecIds } from './check-spec-ids.ts';
import { readTree, repositoryRoot } from './source-tree.ts';
import { asFiles } from './temporary-tree.ts';

const specs = readTree(repositoryRoot, ['shared'], ['SPEC.md']);
// The checkers' own tests are full of made-up rules.
const tests = readTree(repositoryRoot, ['test'], ['.test.ts', '.test.tsx', '.spec.ts']).filter(
  ({ path }) => !path.startsWith('test/quality/'),
);

describe('the repository', () => {
  test('has a SPEC for each of the three cores, and tests', () => {
    expect(specs.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['shared/commands/SPEC.md', 'shared/engine/SPEC.md', 'shared/persistence/SPEC.md']),
    );
    expect(tests.length).toBeGreaterThan(0);
  });

  test('tests every rule and cites no rule that does not exist', () => {
    expect(checkSpecIds(specs, tests)).toEqual([]);
  });
});

describe('the guard turns red', () => {
  const spec =
    '# Engine\n\nAs E9 shows, prose states nothing.\n\n- **E1** opens the session.\n- E2: says hello.\n| E3 | ends |\n';
  const cited = "test('[E1] opens', f);\ntest.each(rows)(`[E2, E3] hello %s`, f);\n";
  const check = (specText: string, testText: string): string[] =>
    checkSpecIds(asFiles({ 'shared/engine/SPEC.md': specText }), asFiles({ 'test/unit/a.test.ts': testText }));

  test('not when all rules are cited', () => {
    expect(check(spec, cited)).toEqual([]);
  });

  test('at a rule without a test', () => {
    expect(check(`${spec}\n### E4 waits\n`, cited)).toEqual(['shared/engine/SPEC.md: no test cites rule E4']);
  });

  test('at a test of a rule that does not exist', () => {
    expect(check(spec, `${cited}test('[E7] dreams', f);`)).toEqual(['test/unit/a.test.ts: rule E7 does not exist']);
  });

  test('at a rule that is stated twice', () => {
    expect(check(`${spec}- **E1** again\n`, cited)).toEqual(['shared/engine/SPEC.md: rule E1 is stated twice']);
  });

  test('at a SPEC without a rule', () => {
    expect(check('# Engine\n\nIt works.\n', '')).toEqual(['shared/engine/SPEC.md: states no numbered rule']);
  });

  test('at a rule mentioned in a test but not in its title', () => {
    expect(check(spec, `${cited.replace('[E1] opens', 'opens (E1)')} // [E1]`)).toEqual([
      'shared/engine/SPEC.md: no test cites rule E1',
    ]);
  });

  test('at a citing test that is switched off', () => {
    expect(check(spec, cited.replace('test(', 'test.skip('))).toEqual([
      'test/unit/a.test.ts: a test that cites a rule is switched off',
    ]);
  });
});
