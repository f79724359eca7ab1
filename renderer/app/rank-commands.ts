export type RankedCommand = {
  readonly id: string;
  readonly label: string;
  readonly keywords: readonly string[];
  /** A place in the scenario rather than something to do: only shown when it is searched for. */
  readonly isPlace?: boolean;
};

/** What fits the words typed, best first: a label that begins so, then one that has them, then keywords. */
export function rankCommands<Command extends RankedCommand>(
  commands: readonly Command[],
  query: string,
  limit: number,
): readonly Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return commands.filter((command) => command.isPlace !== true).slice(0, limit);
  const ranked = commands.flatMap((command, place) => {
    const rank = rankOf(command, words);
    return rank === null ? [] : [{ command, rank, place }];
  });
  ranked.sort((left, right) => left.rank - right.rank || left.place - right.place);
  return ranked.slice(0, limit).map(({ command }) => command);
}

/** 0 is best; null does not fit. Every word must be found somewhere. */
function rankOf({ label, keywords, isPlace }: RankedCommand, words: readonly string[]): number | null {
  const name = label.toLowerCase();
  const all = `${name}\n${keywords.join('\n').toLowerCase()}`;
  if (!words.every((word) => all.includes(word))) return null;
  const [first = ''] = words;
  const inName = words.every((word) => name.includes(word));
  const rank =
    name.startsWith(first) && inName ? 0 : inName ? (new RegExp(`\\b${escapeRegExp(first)}`).test(name) ? 1 : 2) : 3;
  return rank * 2 + (isPlace === true ? 1 : 0);
}

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
