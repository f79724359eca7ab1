import { isBuiltInContext } from '../../model/built-in-contexts.ts';
import { recordIn, type Document } from '../../model/document.ts';
import type { World } from '../../model/design-records.ts';
import { asId, type TestId, type ViewId } from '../../model/ids.ts';
import type { ActionUse, IntentRecord } from '../../model/intent-record.ts';
import type { RecordPut } from '../../model/record-tables.ts';
import { pathOf } from '../../model/selectors/path-of.ts';
import { testsInOrder } from '../../model/selectors/tests-in-order.ts';
import { clipLevels, type Clip } from './clip-schema.ts';
import { pasteBundle, type PastedBundle } from './paste-bundle.ts';
import { pasteLevels, renewUse } from './paste-levels.ts';
import { keysBetween } from './paste-nest.ts';
import { pasteWorlds } from './paste-worlds.ts';
import { renewedIds, type RenewedIds } from './renewed-ids.ts';

type Point = { readonly x: number; readonly y: number };

export type PasteTarget = {
  /** Where on the canvas the first of it goes; the others stand to it as they did. */
  readonly at: Point;
  /** The record a root is taken in by, or goes behind when it is one of its kind; null for the empty canvas. */
  readonly into: (root: string) => string | null;
};

export type ClipPaste = {
  readonly puts: readonly RecordPut[];
  /** All worlds of the scenario from now on; null when none came along that is not here. */
  readonly worlds: readonly World[] | null;
  /** What came of the roots: to be selected. */
  readonly roots: readonly string[];
  /** What is called otherwise now, or could not come along. */
  readonly notes: readonly string[];
};

/**
 * Takes a clip into a scenario: everything gets an id of its own, references inside it follow, what it uses is shared
 * when it is here just so, and what clashes is told.
 */
export function planClipPaste(before: Document, copied: Clip, target: PasteTarget): ClipPaste {
  const { clip, worlds, notes: told } = pasteWorlds(before, copied);
  const document = worlds === null ? before : { ...before, scenario: { ...before.scenario, worlds: [...worlds] } };
  const renewed = renewedIds(document, clip);
  const { ids, renew } = renewed;
  const bundle = pasteBundle(document, clip, renewed);
  const notes = [...told, ...bundle.notes, ...missingLanguages(document, clip)];
  const levels = pasteLevels({ document, clip, ids, bundle, notes }, renew, target.into);
  const seats = seatsOf(clip, target.at);
  const uses = pasteUses(document, clip, ids, bundle, target.into);
  const shown = pasteShown({ document, clip, renewed, bundle, seats, notes }, uses.loose);
  const tests = pasteTests(document, clip, ids);
  const places: RecordPut[] = [
    ...pastePlacements(clip, ids, seats),
    ...(levels.newConversation === null
      ? []
      : [placement(levels.newConversation, { x: clamp(target.at.x), y: clamp(target.at.y) })]),
  ];
  const levelIds = new Set<string>(clipLevels.flatMap((level) => clip[level].map(({ id }) => id as string)));
  const roots = clip.roots.flatMap((id) => (levelIds.has(id) ? [ids.get(id) ?? id] : []));
  return {
    puts: [...bundle.puts, ...levels.puts, ...uses.puts, ...shown.puts, ...tests, ...places],
    worlds,
    roots: [...roots, ...uses.ids, ...shown.ids, ...tests.map(({ record }) => record.id)],
    notes: [...new Set(notes)],
  };
}

/** Texts of a language the scenario does not speak come along, and are seen once it does. */
function missingLanguages({ scenario }: Document, { intents }: Clip): string[] {
  const known = new Set([scenario.languages?.base, ...(scenario.languages?.others ?? [])]);
  const brought = intents.flatMap(({ messages }) =>
    messages.flatMap(({ translations }) => Object.keys(translations ?? {})),
  );
  const missing = [...new Set(brought)].filter((language) => !known.has(language)).sort();
  return missing.length === 0
    ? []
    : [`Texts in ${missing.join(', ')} came along. Add the language under Translations to use them.`];
}

/** Tests that were selected go behind those there are. */
function pasteTests(document: Document, clip: Clip, ids: RenewedIds['ids']) {
  const meant = clip.tests.filter(({ id }) => clip.roots.some((root) => root === id));
  const here = testsInOrder(document.tables.tests.values()).map(({ order }) => order);
  const keys = keysBetween(here.at(-1) ?? null, null, here, meant.length);
  return testsInOrder(meant).map((test, index) => {
    const record = { ...test, id: asId<TestId>(ids.get(test.id) ?? test.id), order: keys[index] ?? '' };
    return { table: 'tests', record } as const;
  });
}

/** Where each root stands: as they stood to each other, the first at the place asked for. */
function seatsOf({ roots, corners }: Clip, at: Point): (id: string) => Point {
  const known = roots.flatMap((id) => corners[id] ?? []);
  const left = Math.min(...known.map(({ x }) => x));
  const top = Math.min(...known.map(({ y }) => y));
  return (id) => {
    const corner = corners[id];
    const step =
      32 *
      Math.max(
        0,
        roots.findIndex((root) => root === id),
      );
    const seat =
      corner === undefined
        ? { x: at.x + step, y: at.y + step }
        : { x: at.x + corner.x - left, y: at.y + corner.y - top };
    return { x: clamp(seat.x), y: clamp(seat.y) };
  };
}

/** A stranger's numbers must not throw things where nobody finds them. */
const clamp = (value: number): number =>
  Number.isFinite(value) ? Math.round(Math.max(-1e7, Math.min(1e7, value))) : 0;

const placement = (id: string, { x, y }: Point): RecordPut => ({ table: 'placements', record: { id, x, y } });

/** Inside a frame that came along everything stands as it did. A root stands nowhere yet, unless it is a conversation. */
function pastePlacements(clip: Clip, ids: RenewedIds['ids'], seats: (id: string) => Point): RecordPut[] {
  const roots = new Set<string>(clip.roots);
  const inside = clip.placements.flatMap((record): RecordPut[] => {
    const id = ids.get(record.id);
    return id === undefined || roots.has(record.id) ? [] : [{ table: 'placements', record: { ...record, id } }];
  });
  const conversations = clip.conversations.flatMap(({ id }) =>
    roots.has(id) ? [placement(ids.get(id) ?? id, seats(id))] : [],
  );
  return [...inside, ...conversations];
}

type PastedUses = {
  readonly puts: readonly RecordPut[];
  readonly ids: readonly string[];
  readonly loose: readonly ActionUse[];
};

/** Uses go to the intent that takes them in, behind the use that was chosen there; the others are left over. */
function pasteUses(
  document: Document,
  clip: Clip,
  ids: RenewedIds['ids'],
  bundle: PastedBundle,
  into: (root: string) => string | null,
): PastedUses {
  const changed = new Map<string, IntentRecord>();
  const loose: ActionUse[] = [];
  const pasted: string[] = [];
  for (const use of clip.uses) {
    if (!clip.roots.some((root) => root === use.id)) continue;
    const place = into(use.id);
    const path = place === null ? [] : pathOf(document, place);
    const found = path.flatMap((id) => recordIn(document, 'intents', id) ?? [])[0];
    if (found === undefined) {
      loose.push(use);
      continue;
    }
    const intent = changed.get(found.id) ?? found;
    const made = renewUse(use, ids, bundle);
    const behind = intent.actions.findIndex(({ id }) => id === place);
    const index = behind === -1 ? intent.actions.length : behind + 1;
    changed.set(found.id, { ...intent, actions: intent.actions.toSpliced(index, 0, made) });
    pasted.push(made.id);
  }
  const puts = [...changed.values()].map((record): RecordPut => ({ table: 'intents', record }));
  return { puts, ids: pasted, loose };
}

type Showing = {
  readonly document: Document;
  readonly clip: Clip;
  readonly renewed: RenewedIds;
  readonly bundle: PastedBundle;
  readonly seats: (id: string) => Point;
  readonly notes: string[];
};

/** Notes, and views of contexts and of actions no intent uses. */
function pasteShown({ document, clip, renewed, bundle, seats, notes }: Showing, loose: readonly ActionUse[]) {
  const puts: RecordPut[] = [];
  const shownIds: string[] = [];
  const roots = new Set<string>(clip.roots);
  const show = (kind: 'context' | 'action', shows: string, root: string): void => {
    const id = asId<ViewId>(renewed.ids.get(root) ?? renewed.renew(viewIdFor(shows)));
    puts.push({ table: 'views', record: { id, kind, shows, ...seats(root) } });
    shownIds.push(id);
  };
  const hasContext = (name: string): boolean =>
    isBuiltInContext(name) ||
    [...clip.bundle.contexts, ...document.tables.contexts.values()].some((record) => record.name === name);
  for (const view of clip.views) {
    if (!roots.has(view.id)) continue;
    const shows = view.kind === 'action' ? bundle.actions.get(view.shows) : view.shows;
    if (shows === undefined || (view.kind === 'context' && !hasContext(shows)))
      notes.push(`“${view.shows}” is not here, so it is not shown.`);
    else show(view.kind, shows, view.id);
  }
  for (const { id } of clip.bundle.actions) if (roots.has(id)) show('action', bundle.actions.get(id) ?? id, id);
  for (const { id, name } of clip.bundle.contexts) if (roots.has(id)) show('context', name, id);
  for (const { id, action } of loose) {
    const shows = bundle.actions.get(action);
    if (shows !== undefined) puts.push(looseView(renewed, shows, seats(id), shownIds));
  }
  for (const note of clip.notes) {
    if (!roots.has(note.id)) continue;
    const id = asId<typeof note.id>(renewed.ids.get(note.id) ?? note.id);
    puts.push({ table: 'notes', record: { ...note, id, ...seats(note.id) } });
    shownIds.push(id);
  }
  return { puts, ids: shownIds };
}

/** Ids begin with a letter or a digit; names of contexts need not. */
const viewIdFor = (shows: string): string =>
  `${shows.replace(/^[^A-Za-z0-9]+/, '').slice(0, 60)}-view`.replace(/^-/, '');

/** A use without an intent is only its action, not used yet. */
function looseView({ renew }: RenewedIds, shows: string, seat: Point, shown: string[]): RecordPut {
  const id = asId<ViewId>(renew(viewIdFor(shows)));
  shown.push(id);
  return { table: 'views', record: { id, kind: 'action', shows, ...seat } };
}
