import type { Preferences } from '../../../shared/bridge/contract/app-contract.ts';
import type { EditorAction } from './editor-action.ts';
import type { Shortcut } from './shortcut.ts';

export type OwnShortcuts = Preferences['shortcuts'];

/** An action with the key its person gave it, if they did. Keys that belong to the page itself stay. */
export function withOwnShortcut(action: EditorAction, own: OwnShortcuts): EditorAction {
  const chosen = own[action.id];
  if (chosen === undefined || action.isNative === true) return action;
  return { ...action, shortcut: chosen === '' ? null : chosen };
}

/** Whose key this is already, apart from the one it is wanted for. */
export const ownerOf = (actions: readonly EditorAction[], shortcut: Shortcut, wantedFor: string): EditorAction | null =>
  actions.find((action) => action.shortcut === shortcut && action.id !== wantedFor) ?? null;

/** Gives a key to an action, and takes it from the one that had it. What is as it was at first is not kept. */
export function giveShortcut(
  first: readonly EditorAction[],
  own: OwnShortcuts,
  id: string,
  shortcut: Shortcut,
): OwnShortcuts {
  const now = first.map((action) => withOwnShortcut(action, own));
  const taken = ownerOf(now, shortcut, id);
  const wanted = { ...own, [id]: shortcut, ...(taken === null ? {} : { [taken.id]: '' }) };
  return Object.fromEntries(Object.entries(wanted).filter(([key, chosen]) => chosen !== firstKeyOf(first, key)));
}

/** The key an action came with. Another action may have it by now: that one loses it. */
export const resetShortcut = (first: readonly EditorAction[], own: OwnShortcuts, id: string): OwnShortcuts =>
  giveShortcut(first, own, id, firstKeyOf(first, id));

const firstKeyOf = (first: readonly EditorAction[], id: string): Shortcut =>
  first.find((action) => action.id === id)?.shortcut ?? '';
