import type { Preferences } from '../../../shared/bridge/contract/app-contract.ts';
import type { EditorAction } from './editor-action.ts';
import type { Place } from './place-keys.ts';
import type { Shortcut } from './shortcut.ts';

export type OwnShortcuts = Preferences['shortcuts'];

/** What has a key: an action, or something a place makes of a key while it has the focus. */
export type Keyed = Pick<EditorAction, 'id' | 'shortcut' | 'isNative'> & { readonly place?: Place };

/** With the key its person gave it, if they did. Keys that belong to the page itself stay. */
export function withOwnShortcut<Any extends Keyed>(action: Any, own: OwnShortcuts): Any {
  const chosen = own[action.id];
  if (chosen === undefined || action.isNative === true) return action;
  return { ...action, shortcut: chosen === '' ? null : chosen };
}

/** Whose key this is already, apart from what it is wanted for. Two places never have the focus at once. */
export function ownersOf<Any extends Keyed>(keyed: readonly Any[], shortcut: Shortcut, wantedFor: string): Any[] {
  const place = keyed.find(({ id }) => id === wantedFor)?.place;
  return keyed.filter(
    (other) =>
      other.shortcut === shortcut &&
      other.id !== wantedFor &&
      (place === undefined || other.place === undefined || other.place === place),
  );
}

/** Gives a key, and takes it from what had it. What is as it was at first is not kept. */
export function giveShortcut(first: readonly Keyed[], own: OwnShortcuts, id: string, shortcut: Shortcut): OwnShortcuts {
  const now = first.map((keyed) => withOwnShortcut(keyed, own));
  const taken = ownersOf(now, shortcut, id).map((other) => [other.id, '']);
  const wanted: OwnShortcuts = { ...own, ...Object.fromEntries(taken), [id]: shortcut };
  return Object.fromEntries(Object.entries(wanted).filter(([key, chosen]) => chosen !== firstKeyOf(first, key)));
}

/** The key it came with. Something else may have it by now: that loses it. */
export const resetShortcut = (first: readonly Keyed[], own: OwnShortcuts, id: string): OwnShortcuts =>
  giveShortcut(first, own, id, firstKeyOf(first, id));

const firstKeyOf = (first: readonly Keyed[], id: string): Shortcut =>
  first.find((action) => action.id === id)?.shortcut ?? '';
