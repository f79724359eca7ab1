/** The id a scenario file gives its scenario, without reading all of it; null where its beginning is not ours. */
function scenarioIdOf(text: string): string | null {
  const found = /"scenario":\s*\{\s*"id":\s*("(?:[^"\\]|\\.)*")/.exec(text.slice(0, headLength));
  return found?.[1] ?? null;
}

/** The format, the version and the id come first, whoever wrote the file. */
const headLength = 2000;

/**
 * Whether one text is a later or earlier state of the other: the same id, and half of what the shorter one says. Ids
 * alone prove nothing, as whatever is made from one template has the same.
 */
export function isSameScenario(one: string, other: string): boolean {
  const id = scenarioIdOf(one);
  if (id === null || id !== scenarioIdOf(other)) return false;
  const [left, right] = [saidBy(one), saidBy(other)];
  if (left.size === 0 || right.size === 0) return false;
  const shared = [...left].filter((line) => right.has(line)).length;
  return shared * 2 >= Math.min(left.size, right.size);
}

/** The texts in a file that say something, each once. Names, brackets, switches and short words are alike in all files. */
function saidBy(text: string): ReadonlySet<string> {
  const said = text.matchAll(/"((?:[^"\\]|\\.)*)"(\s*:)?/g);
  return new Set(
    [...said].flatMap(([, value = '', colon]) => (colon === undefined && value.length > tooShortToTell ? [value] : [])),
  );
}

const tooShortToTell = 8;
