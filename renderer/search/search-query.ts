/** What was typed, taken apart: words that must all be found, and what they are looked for in. */
export type SearchQuery = {
  readonly words: readonly string[];
  readonly kinds: readonly string[];
  readonly states: readonly string[];
  readonly uses: readonly string[];
};

const filters = { kind: 'kinds', is: 'states', uses: 'uses' } as const;

/** `kind:intent is:problem uses:user.order_id "two words" more`. A filter nobody knows is a word like others. */
export function parseSearchQuery(typed: string): SearchQuery {
  const query = { words: [] as string[], kinds: [] as string[], states: [] as string[], uses: [] as string[] };
  for (const [, name = '', quoted, bare = ''] of typed.matchAll(/(?:(kind|is|uses):)?(?:"([^"]*)"?|(\S+))/giu)) {
    const text = (quoted ?? bare).toLowerCase();
    if (text === '') continue;
    const filter = filters[name.toLowerCase() as keyof typeof filters] as
      | (typeof filters)[keyof typeof filters]
      | undefined;
    query[filter ?? 'words'].push(filter === 'uses' ? text.replace(/^\{|\}$/g, '') : text);
  }
  return query;
}

export const isEmptyQuery = ({ words, kinds, states, uses }: SearchQuery): boolean =>
  words.length + kinds.length + states.length + uses.length === 0;
