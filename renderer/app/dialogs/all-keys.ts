import type { Studio } from '../../state/studio.ts';
import { fixedActions } from '../actions/all-actions.ts';
import { menuPlans, separator, type MenuEntry } from '../actions/menus.ts';
import type { Keyed } from '../actions/own-shortcuts.ts';
import { placeKeys, placeNames, type Place } from '../actions/place-keys.ts';
import { shortcutText } from '../actions/shortcut.ts';

/** What has a key, by name, with the key it came with. */
export type NamedKey = Keyed & { readonly name: string };
export type KeyGroup = { readonly label: string; readonly keys: readonly NamedKey[] };

/** Everything that has a key: the actions, and what places make of keys while they have the focus. */
export const allKeys = (studio: Studio): readonly NamedKey[] => [
  ...fixedActions.map(({ id, shortcut, isNative, label }) => ({
    id,
    shortcut,
    name: label(studio),
    ...(isNative === undefined ? {} : { isNative }),
  })),
  ...placeKeys,
];

/** In the order of the menus, each menu inside a menu by itself; then place by place. */
export function keyGroups(studio: Studio): readonly KeyGroup[] {
  const byId = new Map(allKeys(studio).map((key) => [key.id, key]));
  const inMenus = menuPlans(studio).flatMap(({ label, entries }) => groupsOf(label, entries));
  const inPlaces = (Object.entries(placeNames) as [Place, string][]).map(([place, label]) => ({
    label,
    ids: placeKeys.filter((key) => key.place === place).map(({ id }) => id),
  }));
  return [...inMenus, ...inPlaces].flatMap(({ label, ids }) => {
    const keys = ids.flatMap((id) => byId.get(id) ?? []);
    // What stands in two menus is listed once.
    for (const id of ids) byId.delete(id);
    return keys.length === 0 ? [] : [{ label, keys }];
  });
}

function groupsOf(label: string, entries: readonly MenuEntry[]): { label: string; ids: readonly string[] }[] {
  const own = entries.filter((entry) => typeof entry === 'string').filter((entry) => entry !== separator);
  return [
    { label, ids: own },
    ...entries.flatMap((entry) =>
      typeof entry === 'string' ? [] : groupsOf(`${label}: ${entry.label}`, entry.entries),
    ),
  ];
}

/** The keys that are meant by what is typed: words of the name or the group, or the key as it is written. */
export function findKeys(
  studio: Studio,
  groups: readonly KeyGroup[],
  typed: string,
  keyOf: (key: NamedKey) => string | null,
): readonly KeyGroup[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return groups;
  return groups.flatMap(({ label, keys }) => {
    const found = keys.filter((key) => {
      const shortcut = keyOf(key);
      const text = shortcut === null ? '' : shortcutText(shortcut, studio.platform);
      const all = `${label} ${key.name} ${text} ${text.replaceAll('+', ' ')}`.toLowerCase();
      return words.every((word) => all.includes(word));
    });
    return found.length === 0 ? [] : [{ label, keys: found }];
  });
}
