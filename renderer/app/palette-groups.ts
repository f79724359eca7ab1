import type { Studio } from '../state/studio.ts';
import { allActions } from './actions/all-actions.ts';
import type { EditorAction } from './actions/editor-action.ts';
import { placesOf, type PalettePlace } from './palette-places.tsx';
import { rankCommands, type RankedCommand } from './rank-commands.ts';
import { recentChoices } from './recent-choices.ts';

type ActionEntry = RankedCommand & {
  readonly kind: 'action';
  readonly action: EditorAction;
  /** What is missing while it cannot be done; null when it can. */
  readonly whyNot: string | null;
};
type PlaceEntry = RankedCommand & { readonly kind: 'place'; readonly place: PalettePlace };
export type PaletteEntry = ActionEntry | PlaceEntry;
export type PaletteGroup = { readonly label: string; readonly entries: readonly PaletteEntry[] };

const mostFound = 40;
const mostRecent = 6;

/** What the palette lists: what fits what is typed, best first; before that, where one was and what one did last. */
export function paletteGroups(studio: Studio, query: string): readonly PaletteGroup[] {
  const actions = allActions(studio).map((action) => actionEntry(studio, action));
  const places = placesOf(studio.editor.getState().document);
  if (query.trim() === '') return withoutEmpty([...recentGroups(studio, actions, places)]);
  const found = rankCommands<ActionEntry | PalettePlace>([...actions, ...places], query, mostFound);
  return withoutEmpty([{ label: 'Found', entries: found.map((one) => ('kind' in one ? one : placeEntry(one))) }]);
}

function recentGroups(
  studio: Studio,
  actions: readonly ActionEntry[],
  places: readonly PalettePlace[],
): readonly PaletteGroup[] {
  const { selection } = studio.editor.getState();
  const recent = recentChoices.getState();
  const [placeById, actionById] = [
    new Map(places.map((place) => [place.record, place])),
    new Map(actions.map((entry) => [entry.id, entry])),
  ];
  const visited = recent.places
    .flatMap((id) => (selection.includes(id) ? [] : (placeById.get(id) ?? [])))
    .slice(0, mostRecent);
  const done = recent.commands.flatMap((id) => actionById.get(id) ?? []).slice(0, mostRecent);
  const others = actions.filter((entry) => entry.whyNot === null && !done.includes(entry)).slice(0, mostFound);
  return [
    { label: 'Where I was', entries: visited.map(placeEntry) },
    { label: 'What I did last', entries: done },
    { label: 'Commands', entries: others },
  ];
}

const withoutEmpty = (groups: readonly PaletteGroup[]): readonly PaletteGroup[] =>
  groups.filter(({ entries }) => entries.length > 0);

const placeEntry = (place: PalettePlace): PlaceEntry => ({
  kind: 'place',
  place,
  id: place.id,
  label: place.label,
  keywords: place.keywords,
});

function actionEntry(studio: Studio, action: EditorAction): ActionEntry {
  const whyNot = action.isEnabled(studio) ? null : action.whyNot(studio);
  const { id, keywords } = action;
  return { kind: 'action', action, id, label: action.label(studio), keywords, whyNot, isOff: whyNot !== null };
}
