export type RankedCommand = {
  readonly id: string;
  readonly label: string;
  readonly keywords: readonly string[];
  /** What is read beside the name, such as what is said: as good as the name, where people do not know that. */
  readonly beside?: string;
  /** A place in the scenario rather than something to do. */
  readonly isPlace?: boolean;
  /** Cannot be done now: found, and told why, behind what can. */
  readonly isOff?: boolean;
};

/** What fits the words typed, best first: a name that is just that, that begins so, that has them, then keywords. */
export function rankCommands<Command extends RankedCommand>(
  commands: readonly Command[],
  query: string,
  limit: number,
): readonly Command[] {
  const typed = query.trim().toLowerCase();
  const words = typed.split(/\s+/).filter(Boolean);
  if (words.length === 0) return commands.filter((command) => command.isPlace !== true).slice(0, limit);
  const ranked = commands.flatMap((command, place) => {
    const rank = rankOf(command, typed, words);
    return rank === null ? [] : [{ command, rank, place }];
  });
  ranked.sort((left, right) => left.rank - right.rank || left.place - right.place);
  return ranked.slice(0, limit).map(({ command }) => command);
}

/** A name and its keywords as they are searched. */
type Searched = {
  readonly name: string;
  /** Every word of the name with a blank ahead of it, also the words inside `getOrderDetails` and `where_is_order`. */
  readonly words: string;
  readonly inside: string;
  readonly all: string;
};

/** Commands stay the same objects while nothing changes: what is typed letter by letter is not taken apart each time. */
const known = new WeakMap<RankedCommand, Searched>();

function searchedOf(command: RankedCommand): Searched {
  const before = known.get(command);
  if (before !== undefined) return before;
  const { label, keywords, beside = '' } = command;
  const name = label.toLowerCase();
  const read = beside.toLowerCase();
  const parts = label.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[^\p{L}\p{N}]+/u);
  const made = {
    name,
    words: ` ${parts.join(' ').toLowerCase()} ${name} ${read}`,
    inside: `${name} ${read}`,
    all: `${name}\n${read}\n${keywords.join('\n').toLowerCase()}`,
  };
  known.set(command, made);
  return made;
}

/** 0 is best; null does not fit. Every word must be found somewhere. */
function rankOf(command: RankedCommand, typed: string, words: readonly string[]): number | null {
  const { name, words: parts, inside, all } = searchedOf(command);
  for (const word of words) if (!all.includes(word)) return null;
  const rank =
    name === typed
      ? 0
      : name.startsWith(typed)
        ? 1
        : words.every((word) => parts.includes(` ${word}`))
          ? 2
          : words.every((word) => inside.includes(word))
            ? 3
            : 4;
  return rank * 4 + (command.isOff === true ? 2 : 0) + (command.isPlace === true ? 1 : 0);
}
