import { freeId, idPattern } from '../../model/ids.ts';
import type { FieldReader } from './field-reader.ts';

/** What `$path:` stands before; the rest is ids of the other system, from the scenario down. */
export const pathPrefix = '$path:';

/** A level of the file with the id its record will have. */
export type PlannedLevel = {
  readonly reader: FieldReader;
  readonly odId: string;
  readonly id: string;
  readonly children: readonly PlannedLevel[];
  /** Of a turn. */
  readonly intents: readonly PlannedIntent[];
};

export type PlannedIntent = {
  readonly reader: FieldReader;
  readonly odId: string;
  readonly id: string;
  readonly bucket: 'request' | 'response';
  readonly messages: readonly { readonly reader: FieldReader; readonly odId: string; readonly id: string }[];
};

export type PlannedScenario = PlannedLevel & {
  /** `$path:…` to the id of the record it leads to. */
  readonly paths: ReadonlyMap<string, string>;
  /** A new id near a name. */
  readonly newId: (name: string) => string;
};

/**
 * Gives every element its id before any record is made, because conditions and transitions may point ahead. The id is
 * the one of the file where that is free, so that records stay recognisable.
 */
export function planIds(scenario: FieldReader): PlannedScenario {
  const taken = new Set<string>();
  const paths = new Map<string, string>();
  const newId = (name: string): string => {
    const isTaken = (id: string): boolean => taken.has(id);
    const id = idPattern.test(name) && !isTaken(name) ? name : freeId(name, isTaken);
    taken.add(id);
    return id;
  };
  const plan: Plan = { newId, remember: (path, id) => paths.has(path) || paths.set(path, id) };
  const odId = idOf(scenario, 'scenario');
  const top = `${pathPrefix}${odId}`;
  const id = newId(odId);
  plan.remember(top, id);
  const children = planLevels(scenario, levelKeys, top, plan);
  return { reader: scenario, odId, id, children, intents: [], paths, newId };
}

type Plan = {
  readonly newId: (name: string) => string;
  readonly remember: (path: string, id: string) => unknown;
};

const levelKeys = ['conversations', 'scenes', 'turns'] as const;
const words: Readonly<Record<string, string>> = { conversations: 'conversation', scenes: 'scene', turns: 'turn' };

function planLevels(
  parent: FieldReader,
  [key, ...deeper]: readonly string[],
  above: string,
  plan: Plan,
): PlannedLevel[] {
  if (key === undefined) return [];
  const siblings = new Set<string>();
  const readers = parent.objects(key).map((reader) => ({ reader, odId: idOf(reader, words[key] ?? key) }));
  const counts = new Map<string, number>();
  for (const { odId } of readers) counts.set(odId, (counts.get(odId) ?? 0) + 1);
  return readers.map(({ reader, odId }) => {
    // Said of the first too, so that it is not taken for one that was made here.
    if ((counts.get(odId) ?? 0) > 1) reader.extras['od_id'] = odId;
    if (siblings.has(odId))
      reader.report.doubtful(
        reader.at('od_id'),
        `Another beside it is called "${odId}" too; references mean the first.`,
      );
    siblings.add(odId);
    const path = `${above}/${odId}`;
    const id = plan.newId(odId);
    plan.remember(path, id);
    const children = planLevels(reader, deeper, path, plan);
    const intents =
      deeper.length > 0
        ? []
        : [...planIntents(reader, 'request', path, plan), ...planIntents(reader, 'response', path, plan)];
    return { reader, odId, id, children, intents };
  });
}

/** Intents and messages are pointed at by their place, because intents may share an id. */
function planIntents(turn: FieldReader, bucket: PlannedIntent['bucket'], above: string, plan: Plan): PlannedIntent[] {
  return turn.objects(`${bucket}_intents`).map((reader, index) => {
    const odId = idOf(reader, 'intent');
    const id = plan.newId(odId);
    const path = `${above}/_${bucket}s/${index}`;
    plan.remember(path, id);
    const messages = reader.objects('message_templates').map((message, place) => {
      const messageOdId = idOf(message, 'message');
      // Many messages are called the same; the intent tells them apart.
      const messageId = plan.newId(`${id}-${messageOdId}`.slice(0, 110));
      plan.remember(`${path}/${place}`, messageId);
      return { reader: message, odId: messageOdId, id: messageId };
    });
    return { reader, odId, id, bucket, messages };
  });
}

function idOf(reader: FieldReader, word: string): string {
  const odId = reader.text('od_id');
  if (/[$:/]/.test(odId))
    reader.report.doubtful(reader.at('od_id'), 'An od_id holds no "$", ":" and "/", which paths are made of.');
  if (odId.trim() !== '') return odId;
  reader.report.changed(reader.path, `This ${word} has no od_id; it is called "${word}".`);
  return word;
}
