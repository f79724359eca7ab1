/** What is asked of a record in one way: all of it must hold. */
export type SearchTerms = {
  readonly words: readonly string[];
  readonly kinds: readonly string[];
  readonly states: readonly string[];
  readonly uses: readonly string[];
};

/** What was typed, taken apart: what must be found, and what must not. */
export type SearchQuery = SearchTerms & { readonly not: SearchTerms };

export const filters = { kind: 'kinds', is: 'states', uses: 'uses' } as const;
export type FilterName = keyof typeof filters;

const noTerms = () => ({
  words: [] as string[],
  kinds: [] as string[],
  states: [] as string[],
  uses: [] as string[],
});

/**
 * `kind:intent is:problem uses:user.order_id "two words" more -without`. A filter nobody knows is a word like others, a
 * minus alone is a minus.
 */
export function parseSearchQuery(typed: string): SearchQuery {
  const [wanted, unwanted] = [noTerms(), noTerms()];
  for (const [, minus, name = '', quoted, bare = ''] of typed.matchAll(
    /(-(?=\S))?(?:(kind|is|uses):)?(?:"([^"]*)"?|(\S+))/giu,
  )) {
    const text = (quoted ?? bare).toLowerCase();
    if (text === '') continue;
    const filter = filters[name.toLowerCase() as FilterName] as (typeof filters)[FilterName] | undefined;
    const terms = minus === undefined ? wanted : unwanted;
    terms[filter ?? 'words'].push(filter === 'uses' ? text.replace(/^\{|\}$/g, '') : text);
  }
  return { ...wanted, not: unwanted };
}

export const isEmptyQuery = ({ not, ...wanted }: SearchQuery): boolean => isNothing(wanted) && isNothing(not);

export const isNothing = ({ words, kinds, states, uses }: SearchTerms): boolean =>
  words.length + kinds.length + states.length + uses.length === 0;
