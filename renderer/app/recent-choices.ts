import { createStore } from 'zustand/vanilla';

/** What was gone to and done in this window, newest first. */
export type RecentChoices = { readonly places: readonly string[]; readonly commands: readonly string[] };

const most = 12;

export const recentChoices = createStore<RecentChoices>(() => ({ places: [], commands: [] }));

const ahead = (id: string, ids: readonly string[]): readonly string[] =>
  [id, ...ids.filter((other) => other !== id)].slice(0, most);

export const noteCommand = (id: string): void =>
  recentChoices.setState(({ commands }) => ({ commands: ahead(id, commands) }));

export const notePlace = (id: string): void => recentChoices.setState(({ places }) => ({ places: ahead(id, places) }));
