import { createStore } from 'zustand/vanilla';

type SearchState = {
  readonly isOpen: boolean;
  readonly query: string;
  /** What is found is to be replaced. */
  readonly isReplacing: boolean;
  readonly by: string;
  readonly matchesCase: boolean;
  readonly wholeWords: boolean;
  /** Rises with each asking, so that asking again goes back to the field. */
  readonly count: number;
};

/** What is searched for in this window. */
export const searchStore = createStore<SearchState>(() => ({
  isOpen: false,
  query: '',
  isReplacing: false,
  by: '',
  matchesCase: false,
  wholeWords: false,
  count: 0,
}));

export const openSearch = (query = searchStore.getState().query): void =>
  searchStore.setState({ isOpen: true, query, isReplacing: false, count: searchStore.getState().count + 1 });

export const openReplace = (): void =>
  searchStore.setState({ isOpen: true, isReplacing: true, count: searchStore.getState().count + 1 });

export const closeSearch = (): void => searchStore.setState({ isOpen: false });
