import { setTimeout as wait } from 'node:timers/promises';
import { basename } from 'node:path';
import type { WindowSession } from '../window-session.ts';
import { isSameScenario } from './same-scenario.ts';
import type { FilePlace } from './file-places.ts';

/** A scenario file as it is now. */
export type PresentFile = FilePlace & { readonly text: string };

/** A file that is not there any more, and may be this one under its earlier name. */
export type FormerPlace = { readonly place: FilePlace; readonly versions: number };

/** What this file was before it was moved, where there is no doubt: `isSameBytes`, or else the only one it can be. */
export type CertainFormer = FormerPlace & { readonly isSameBytes: boolean };

/**
 * Where a file that is met for the first time was before. Never a file that is still there: then this is a copy, and has
 * a history of its own from here on. And none at all where several could be meant.
 */
export async function findFormer(session: WindowSession, file: PresentFile): Promise<CertainFormer | null> {
  const { places, versions } = session.services;
  if ((await places.find(file.key)) !== null || (await versions.list(file.key)).length > 0) return null;
  const gone = await gonePlaces(session, file.key);
  const same = gone.filter(({ hash }) => hash === file.hash);
  const sameName = same.filter(({ path }) => basename(path) === basename(file.path));
  const [moved, ...others] = sameName.length === 1 ? sameName : same;
  if (moved !== undefined && others.length === 0)
    return { place: moved, versions: (await versions.list(moved.key)).length, isSameBytes: true };
  if (moved !== undefined) return null;
  const [only, ...rest] = await amongGone(session, file, gone);
  return only === undefined || rest.length > 0 ? null : { ...only, isSameBytes: false };
}

/** Files that are gone and whose versions tell of the same scenario; most versions first. */
export const listFormer = async (session: WindowSession, file: PresentFile): Promise<readonly FormerPlace[]> =>
  amongGone(session, file, await gonePlaces(session, file.key));

async function amongGone(
  { services: { versions } }: WindowSession,
  file: PresentFile,
  gone: readonly FilePlace[],
): Promise<readonly FormerPlace[]> {
  const found: FormerPlace[] = [];
  // One after the other: the texts are large, and hardly ever are there two.
  for (const place of gone) {
    const kept = await versions.list(place.key);
    const newest = kept[0] === undefined ? null : await versions.read(place.key, kept[0].id);
    if (newest?.ok === true && isSameScenario(newest.value, file.text)) found.push({ place, versions: kept.length });
  }
  return found.toSorted((one, other) => other.versions - one.versions);
}

/** A disk that is away can take minutes to say so; a file is gone when its folder answers that it is. */
const patience = 1500;

async function gonePlaces({ services, owner }: WindowSession, key: string): Promise<readonly FilePlace[]> {
  const { places, operations, scenarios } = services;
  const isGone = (path: string): Promise<boolean> => {
    const look = operations.look(path).then(
      (found) => found === null,
      () => false,
    );
    return Promise.race([look, wait(patience, false, { ref: false })]);
  };
  const looked = (await places.list()).map(async (place) => {
    const holder = scenarios.ownerOf(place.path);
    // Another window has it on the screen and may put it back.
    const isFree = holder === null || holder === owner;
    return place.key !== key && isFree && (await isGone(place.path)) ? [place] : [];
  });
  return (await Promise.all(looked)).flat();
}
