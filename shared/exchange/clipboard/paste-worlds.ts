import type { World } from '../../model/design-records.ts';
import type { Document } from '../../model/document.ts';
import { freeId } from '../../model/ids.ts';
import type { Clip } from './clip-schema.ts';

type PastedWorlds = {
  readonly clip: Clip;
  readonly worlds: readonly World[] | null;
  readonly notes: readonly string[];
};

/**
 * The worlds that example answers belong to are found by their name, and made when there is none of it here: an answer
 * of the world in which everything is down must not become one of every world.
 */
export function pasteWorlds({ scenario }: Document, clip: Clip): PastedWorlds {
  const here = scenario.worlds ?? [];
  const worlds: World[] = [...here];
  const ids = new Map<string, string>();
  const notes: string[] = [];
  for (const world of clip.worlds) {
    const known = worlds.find(({ name }) => name === world.name);
    const id = known?.id ?? freeId(world.name, (wanted) => worlds.some((one) => one.id === wanted));
    ids.set(world.id, id);
    if (known !== undefined) continue;
    worlds.push({ ...world, id });
    notes.push(`The world “${world.name}” came along with its example answers.`);
  }
  const mocks = clip.bundle.mocks.map((mock) => {
    const world = ids.get(mock.world ?? '');
    return world === undefined ? mock : { ...mock, world };
  });
  const isMore = worlds.length > here.length;
  return { clip: { ...clip, bundle: { ...clip.bundle, mocks } }, worlds: isMore ? worlds : null, notes };
}
