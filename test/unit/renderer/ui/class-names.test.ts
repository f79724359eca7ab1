import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The classes a style sheet gives a look of their own, by themselves: `.name {` or one of a list of such. */
function ownClasses(sheet: string): readonly string[] {
  const rules = sheet.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/(?<=^|[};,])\s*\.([a-z][\w-]*)\s*(?=[{,])/g);
  return [...rules].map(([, name = '']) => name);
}

/** Each class that areas of the window dress independently of each other, with these areas. */
function sharedClasses(sheets: ReadonlyMap<string, string>): readonly string[] {
  const areas = new Map<string, Set<string>>();
  for (const [path, sheet] of sheets)
    for (const name of ownClasses(sheet)) {
      const [area = ''] = path.replace(/^renderer\//, '').split('/');
      areas.set(name, (areas.get(name) ?? new Set()).add(area));
    }
  return [...areas].flatMap(([name, known]) => (known.size > 1 ? [`.${name}: ${[...known].sort().join(', ')}`] : []));
}

test('no two areas of the window dress the same class: sheets are read when they are needed, in any order', () => {
  const paths = globSync('renderer/**/*.css');
  expect(paths.length).toBeGreaterThan(50);
  expect(sharedClasses(new Map(paths.map((path) => [path, readFileSync(path, 'utf8')])))).toEqual([]);
});

test('it is noticed when they do', () => {
  const sheets = new Map([
    ['renderer/run/a.css', '.one,\n.two { color: red }'],
    ['renderer/desk/b.css', '/* .one { } */ .two { gap: 0 } .three .one { gap: 0 }'],
  ]);
  expect(sharedClasses(sheets)).toEqual(['.two: desk, run']);
});
