import { createStore } from 'zustand/vanilla';

type SearchState = {
  readonly isOpen: boolean;
  readonly query: string;
  /** Rises with each asking, so that asking again goes back to the field. */
  readonly count: number;
};

/** What is searched for in this window. */
export const searchStore = createStore<SearchState>(() => ({ isOpen: false, query: '', count: 0 }));

export const openSearch = (query = searchStore.getState().query): void =>
  searchStore.setState({ isOpen: true, query, count: searchStore.getState().count + 1 });

export const closeSearch = (): void => searchStore.setState({ isOpen: false });
