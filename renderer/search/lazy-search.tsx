import { useStore } from 'zustand';
import type { Problem } from '../../shared/problems/problem.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { searchStore } from './search-store.ts';

/** Searching and replacing look into every kind of record: it comes when it is first wanted, or nobody is busy. */
export const SearchBar = lazyPart('The search', async () => (await import('./search-bar.tsx')).SearchBar);

/** The search, while it is open. */
export function SearchWhenOpen({ problems }: { readonly problems: readonly Problem[] }) {
  const isOpen = useStore(searchStore, (state) => state.isOpen);
  return isOpen ? <SearchBar problems={problems} /> : null;
}
