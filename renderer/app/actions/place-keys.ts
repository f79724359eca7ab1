import type { Studio } from '../../state/studio.ts';
import { matchesShortcut, type Pressed, type Shortcut } from './shortcut.ts';

/** A part of the window whose keys mean something only while it has the focus. */
export type Place = 'canvas' | 'outline' | 'trace' | 'chat';

export type PlaceKey = {
  readonly id: string;
  readonly place: Place;
  readonly name: string;
  readonly shortcut: Shortcut;
};

export const placeNames: Readonly<Record<Place, string>> = {
  canvas: 'On the canvas',
  outline: 'In the outline',
  trace: 'In the trace',
  chat: 'In the talk',
};

const keysOf = (place: Place, keys: readonly (readonly [id: string, name: string, shortcut: Shortcut])[]) =>
  keys.map(([id, name, shortcut]): PlaceKey => ({ id: `${place}.${id}`, place, name, shortcut }));

/** Keys that belong to a place rather than to an action. Two places may use the same key, one place may not. */
export const placeKeys: readonly PlaceKey[] = [
  ...keysOf('canvas', [
    ['next', 'Next in the talk', 'arrowdown'],
    ['previous', 'Previous in the talk', 'arrowup'],
    ['out', 'Out to the frame around', 'arrowleft'],
    ['in', 'Into what it holds', 'arrowright'],
    ['first', 'First here', 'home'],
    ['last', 'Last here', 'end'],
    ['edit', 'Edit the text in place', 'enter'],
    ['talk', 'Talk', ' '],
    ['walkNext', 'Walk on, choosing nothing', 'mod+arrowdown'],
    ['walkPrevious', 'Walk back, choosing nothing', 'mod+arrowup'],
    ['walkOut', 'Walk out, choosing nothing', 'mod+arrowleft'],
    ['walkIn', 'Walk in, choosing nothing', 'mod+arrowright'],
    ['choose', 'Choose this too, or leave it out', 'mod+ '],
    ['nudgeDown', 'Move down a little', 'shift+arrowdown'],
    ['nudgeUp', 'Move up a little', 'shift+arrowup'],
    ['nudgeLeft', 'Move left a little', 'shift+arrowleft'],
    ['nudgeRight', 'Move right a little', 'shift+arrowright'],
  ]),
  ...keysOf('outline', [
    ['next', 'Next row', 'arrowdown'],
    ['previous', 'Previous row', 'arrowup'],
    ['open', 'Open, or go in', 'arrowright'],
    ['close', 'Close, or go out', 'arrowleft'],
    ['first', 'First row', 'home'],
    ['last', 'Last row', 'end'],
    ['pageDown', 'A page down', 'pagedown'],
    ['pageUp', 'A page up', 'pageup'],
    ['show', 'Show on the canvas', 'enter'],
  ]),
  ...keysOf('trace', [
    ['next', 'Next event', 'arrowdown'],
    ['previous', 'Previous event', 'arrowup'],
    ['open', 'Open, or go in', 'arrowright'],
    ['close', 'Close, or go out', 'arrowleft'],
    ['first', 'First event', 'home'],
    ['last', 'Last event', 'end'],
    ['details', 'All of this event, and why', 'enter'],
  ]),
  ...keysOf('chat', [
    ['send', 'Say it', 'enter'],
    ['back', 'What I said before', 'arrowup'],
    ['forward', 'What I said after that', 'arrowdown'],
    ['why', 'Why this answer?', 'alt+y'],
  ]),
];

const byPlace = new Map<Place, readonly PlaceKey[]>(
  (['canvas', 'outline', 'trace', 'chat'] as const).map((place) => [
    place,
    placeKeys.filter((key) => key.place === place),
  ]),
);

/** The key of a place as this person has it; null when they took it away. */
export function keyAt({ ui }: Pick<Studio, 'ui'>, { id, shortcut }: PlaceKey): Shortcut | null {
  const own = ui.getState().preferences.shortcuts[id];
  return own === undefined ? shortcut : own === '' ? null : own;
}

/** What a key means in a place, without the name of the place: `next`, `edit`. Null when it means nothing there. */
export function pressedAt(studio: Pick<Studio, 'ui' | 'platform'>, place: Place, pressed: Pressed): string | null {
  for (const key of byPlace.get(place) ?? []) {
    const shortcut = keyAt(studio, key);
    if (shortcut !== null && matchesShortcut(shortcut, pressed, studio.platform)) return key.id.slice(place.length + 1);
  }
  return null;
}
