import type { SourceFile } from './source-tree.ts';

const ruleId = String.raw`[A-Z]{1,3}\d+`;

// A rule is stated where its id leads a line: a heading, a list item or a table row, bold or not.
const statedRule = new RegExp(String.raw`^\s*(?:#+ |[-*] |\d+\. |\| *)?(?:\*\*|\`)?(${ruleId})\b(?![-–])`, 'gm');

// A test cites rules at the start of its title: '[E12] …', '[E12, E13] …'.
const citingTitle = new RegExp(String.raw`['"\`]((?:\[${ruleId}(?:, ?${ruleId})*\] ?)+)`, 'g');
const switchedOff = new RegExp(String.raw`\.(?:skip|todo|fails)\b[^'"\`\n]*['"\`](?:\[${ruleId})`, 'g');

/** Rules without a test, tests of rules that do not exist, rules stated twice, and citing tests that never run. */
export function checkSpecIds(specs: readonly SourceFile[], tests: readonly SourceFile[]): string[] {
  const stated = specs.flatMap(({ path, text }) => [...text.matchAll(statedRule)].map(([, id]) => ({ id, path })));
  const cited = tests.flatMap(({ path, text }) =>
    [...text.matchAll(citingTitle)].flatMap(([, title = '']) =>
      [...title.matchAll(new RegExp(ruleId, 'g'))].map(([id]) => ({ id, path })),
    ),
  );
  const statedIds = new Set(stated.map(({ id }) => id));
  const citedIds = new Set(cited.map(({ id }) => id));
  return [
    ...specs
      .filter(({ path }) => !stated.some((rule) => rule.path === path))
      .map(({ path }) => `${path}: states no numbered rule`),
    ...stated
      .filter(({ id }, at) => stated.findIndex((other) => other.id === id) !== at)
      .map(({ id, path }) => `${path}: rule ${id} is stated twice`),
    ...stated.filter(({ id = '' }) => !citedIds.has(id)).map(({ id, path }) => `${path}: no test cites rule ${id}`),
    ...cited.filter(({ id }) => !statedIds.has(id)).map(({ id, path }) => `${path}: rule ${id} does not exist`),
    ...tests
      .filter(({ text }) => text.search(switchedOff) >= 0)
      .map(({ path }) => `${path}: a test that cites a rule is switched off`),
  ];
}
