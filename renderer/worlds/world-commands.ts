import { staysHere } from '../../shared/actions/stays-here.ts';
import type { Command } from '../../shared/commands/command.ts';
import type { World } from '../../shared/model/design-records.ts';
import type { Document } from '../../shared/model/document.ts';
import { freeId, freeNumbered } from '../../shared/model/ids.ts';
import { createMockWriter, type MockPut } from './put-mock.ts';
import { mockedActions, worldPresets, type WorldPreset } from './world-presets.ts';

export const worldsOf = (document: Document): readonly World[] => document.scenario.worlds ?? [];

/** A world and its examples, as one step; and the id it has. */
export type NewWorld = { readonly command: Command; readonly id: string };

/** Adds a world as it is usually meant, with an example for every action that asks somebody outside. */
export function addWorld(document: Document, preset: WorldPreset): NewWorld {
  const { name, description, answer } = worldPresets[preset];
  const world = freshWorld(document, name, description);
  const writer = createMockWriter(document);
  for (const action of mockedActions(document)) {
    // The desk, the outbox and whatever else is on this machine is there in every world.
    const mock = staysHere(action) ? null : answer(document, action);
    if (mock !== null) writer.add(action, { ...mock, world: world.id });
  }
  return newWorld(document, world, writer.puts, `Add world “${world.name}”`);
}

/** The same answers once more, to be changed without changing the others. */
export function duplicateWorld(document: Document, id: string): NewWorld | null {
  const original = worldsOf(document).find((world) => world.id === id);
  if (original === undefined) return null;
  const world = freshWorld(document, `${original.name} copy`, original.description);
  const writer = createMockWriter(document);
  for (const { id: _, action: of, order: __, ...mock } of mocksOfWorld(document, id)) {
    const action = document.tables.actions.get(of);
    if (action !== undefined) writer.add(action, { ...mock, world: world.id });
  }
  return newWorld(document, world, writer.puts, `Duplicate world “${original.name}”`);
}

/** Why a world may not be called that; null when it may. */
export function renameRefusal(document: Document, id: string, name: string): string | null {
  if (name.trim() === '') return 'A world needs a name.';
  return worldsOf(document).some((world) => world.id !== id && world.name === name.trim())
    ? `There is a world “${name.trim()}” already.`
    : null;
}

export const renameWorld = (document: Document, id: string, name: string): Command => ({
  kind: 'several',
  label: `Rename world “${name.trim()}”`,
  commands: [changed(worldsOf(document).map((world) => (world.id === id ? { ...world, name: name.trim() } : world)))],
});

/** The world and the examples that belong to it alone. */
export const removeWorld = (document: Document, id: string): Command => {
  const mocks = mocksOfWorld(document, id).map((mock) => mock.id as string);
  const name = worldsOf(document).find((world) => world.id === id)?.name ?? '';
  return {
    kind: 'several',
    label: `Delete world “${name}”`,
    commands: [
      ...(mocks.length === 0 ? [] : [{ kind: 'records.remove', ids: mocks } as const]),
      changed(worldsOf(document).filter((world) => world.id !== id)),
    ],
  };
};

export const mocksOfWorld = (document: Document, id: string) =>
  [...document.tables.mocks.values()]
    .filter((mock) => mock.world === id)
    .toSorted((left, right) => (left.order < right.order ? -1 : 1));

export function freshWorld(document: Document, wanted: string, description: string): World {
  const worlds = worldsOf(document);
  const name = freeNumbered(wanted, ' ', (taken) => worlds.some((world) => world.name === taken));
  return { id: freeId(`world-${name}`, (id) => worlds.some((world) => world.id === id)), name, description };
}

export const newWorld = (document: Document, world: World, puts: readonly MockPut[], label: string): NewWorld => ({
  id: world.id,
  command: {
    kind: 'several',
    label,
    commands: [
      changed([...worldsOf(document), world]),
      ...(puts.length === 0 ? [] : [{ kind: 'records.put', label, puts } as const]),
    ],
  },
});

const changed = (worlds: readonly World[]): Command => ({
  kind: 'scenario.update',
  changes: { worlds: [...worlds] },
});
