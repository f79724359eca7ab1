import { childIds, type Document } from '../../shared/model/document.ts';
import { isDoneByEngine, type ActionRecord } from '../../shared/model/action-record.ts';
import type { World } from '../../shared/model/design-records.ts';
import type { MockRecord } from '../../shared/model/mock-record.ts';
import { mockFromResult } from './mock-from-result.ts';
import type { NewMock } from './put-mock.ts';

export type WorldPreset = 'happy' | 'declined' | 'slow' | 'down' | 'empty';

type Look = Pick<World, 'name' | 'description'> & {
  /** How an action is answered there; null leaves it to the examples of every world. */
  readonly answer: (document: Document, action: ActionRecord) => NewMock | null;
};

const nothing = { when: {}, status: 200, body: null, delay: 0 } as const;

/** Milliseconds everything takes in the slow world, unless the action would give up before. */
const slowness = 4_000;

/** What worlds usually are for. */
export const worldPresets: Readonly<Record<WorldPreset, Look>> = {
  happy: {
    name: 'Happy',
    description: 'Everything goes well',
    answer: (document, action) => ({ name: 'Happy', ...usualAnswer(document, action) }),
  },
  declined: {
    name: 'Declined',
    description: 'Services answer, and say no',
    answer: () => ({
      name: 'Declined',
      ...nothing,
      status: 409,
      body: { error: { code: 'declined', message: 'Declined.' } },
    }),
  },
  slow: {
    name: 'Slow',
    description: 'Everything goes well, and takes its time',
    answer: (document, action) => ({
      name: 'Slow',
      ...usualAnswer(document, action),
      delay: Math.min(slowness, Math.round(action.timeout * 0.8)),
    }),
  },
  down: {
    name: 'Down',
    description: 'Nobody can be reached',
    answer: () => ({ name: 'Down', ...nothing, failure: 'connectionFailed' }),
  },
  empty: { name: 'World', description: '', answer: () => null },
};

/** What Parley works out by itself, and what only consists of others, needs no example. */
export const canBeMocked = (action: ActionRecord): boolean => !isDoneByEngine(action) && action.kind !== 'workflow';

/** Actions that examples can answer. */
export const mockedActions = (document: Document): readonly ActionRecord[] =>
  [...document.tables.actions.values()]
    .filter(canBeMocked)
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));

/** The examples of an action in one world; null: those that belong to every world. */
export const mocksIn = (document: Document, action: string, world: string | null): readonly MockRecord[] =>
  childIds(document, action)
    .flatMap((id) => document.tables.mocks.get(id) ?? [])
    .filter((mock) => (mock.world ?? null) === world);

/** The first example that succeeds for anything, else an answer made of what the attributes usually hold. */
function usualAnswer(document: Document, action: ActionRecord): Omit<NewMock, 'name'> {
  const fine = mocksIn(document, action.id, null).filter(
    ({ status, failure }) => status < 400 && failure === undefined,
  );
  const [first] = [...fine.filter(({ when }) => Object.keys(when).length === 0), ...fine];
  if (first !== undefined) return { when: {}, status: first.status, body: first.body, delay: 0 };
  const examples = action.outputs.map(({ name }) => {
    const known = document.tables.attributes.valueSeq().find((attribute) => attribute.name === name);
    return [name, known?.example ?? null] as const;
  });
  const result = { outcome: 'succeeded', failure: null, status: 200, response: null, duration: 0 } as const;
  const ended = { ...result, outputs: Object.fromEntries(examples) };
  return mockFromResult(action.outputs, ended, { when: {}, keepsTime: false });
}
