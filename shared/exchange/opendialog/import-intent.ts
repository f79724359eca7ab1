import { isJsonObject, asText, type JsonObject } from '../../base/json.ts';
import type { Transition } from '../../model/intent-record.ts';
import { textOfMessage } from '../../model/selectors/text-of-message.ts';
import { importBehaviors, importInterpreter, type Importing } from './import-level.ts';
import { importConditions } from './import-conditions.ts';
import { importMessage } from './import-message.ts';
import { pathPrefix, type PlannedIntent } from './plan-ids.ts';
import type { FieldReader } from './field-reader.ts';

/** An intent, with its messages and uses of actions, as a raw record. */
export function importIntent(
  { reader, odId, id, bucket, messages }: PlannedIntent,
  place: { readonly turn: string; readonly order: string },
  importing: Importing,
): Readonly<Record<string, unknown>> {
  const { report } = reader;
  report.made(reader.path, 'intent', id);
  const intentId = odId.slice(0, 200);
  if (intentId !== odId) reader.keep('od_id', odId, 'An intent id has 200 characters at most.');
  const speaker = speakerOf(reader, bucket);
  const said = messages.map((message) => importMessage(message, importing.paths));
  return {
    id,
    turn: place.turn,
    bucket,
    speaker,
    intentId,
    name: reader.text('name'),
    description: reader.text('description'),
    order: place.order,
    behaviors: importBehaviors(reader),
    conditions: importConditions(reader, importing.paths),
    interpreter: importInterpreter(reader, importing),
    ...confidenceOf(reader),
    samples: samplesOf(reader, intentId, speaker === 'APP' ? textOfMessage(said[0]) : ''),
    expectedAttributes: expectedOf(reader),
    listensFor: reader.texts('listens_for'),
    actions: importing.actions.uses(reader, id),
    messages: said,
    transition: transitionOf(reader, importing),
    virtualIntent: virtualOf(reader, speaker),
    ...reader.end(),
  };
}

function speakerOf(reader: FieldReader, bucket: PlannedIntent['bucket']): 'USER' | 'APP' {
  const speaker = reader.text('speaker');
  const plain = speaker.toUpperCase();
  if (plain === 'USER' || plain === 'APP') {
    if (plain !== speaker) reader.report.changed(reader.at('speaker'), `"${speaker}" became ${plain}.`);
    return plain;
  }
  const assumed = bucket === 'request' ? 'USER' : 'APP';
  reader.report.changed(reader.at('speaker'), `An intent is said by USER or APP; ${assumed} was assumed.`);
  return assumed;
}

function confidenceOf(reader: FieldReader): { readonly confidence?: number } {
  const confidence = reader.take('confidence');
  if (confidence === undefined || confidence === null) return { confidence: 1 };
  const number = typeof confidence === 'string' && confidence.trim() !== '' ? Number(confidence) : confidence;
  if (typeof number === 'number' && number >= 0 && number <= 1) {
    if (number !== confidence) reader.report.changed(reader.at('confidence'), 'The confidence was read as a number.');
    return { confidence: number };
  }
  reader.report.lost(reader.at('confidence'), 'A confidence is a number from 0 to 1; 1 was assumed.');
  return { confidence: 1 };
}

/** What a person might say. Of the engine's own intents it is only a label, and nobody should be heard as one. */
function samplesOf(reader: FieldReader, intentId: string, message: string): string[] {
  const sample = reader.text('sample_utterance');
  // What only repeats the message is written anew from it.
  if (sample === message) return [];
  if (sample === '' || !intentId.startsWith('intent.core.')) return sample === '' ? [] : [sample];
  reader.keep('sample_utterance', sample, 'Nobody says this; it is a label.');
  return [];
}

/** `context.attribute`, or in older files an object with that as its `id`. */
function expectedOf(reader: FieldReader): string[] {
  return reader.list('expected_attributes').flatMap((raw, index) => {
    const path = [...reader.at('expected_attributes'), index];
    if (typeof raw === 'string' && raw.length <= longestReference) return [raw];
    if (!isJsonObject(raw) || typeof raw['id'] !== 'string' || raw['id'].length > longestReference) {
      reader.report.lost(path, 'Expected "context.attribute".');
      return [];
    }
    reader.report.changed(path, 'The older form of an expected attribute became the present one.');
    for (const key of Object.keys(raw))
      if (key !== 'id') reader.report.lost([...path, key], `"${key}" is unknown here.`);
    return [raw['id']];
  });
}

/** As long as a reference may be. */
const longestReference = 2000;

const levels = ['turn', 'scene', 'conversation'] as const;

/** Where the intent leads: the deepest level that is named. One that is not in the file is kept and leads nowhere. */
function transitionOf(reader: FieldReader, { paths, levelOf }: Importing): Transition | null {
  const raw = reader.take('transition');
  if (raw === undefined || raw === null) return null;
  if (!isJsonObject(raw)) {
    reader.keep('transition', raw, 'Expected an object with a conversation, a scene or a turn.');
    return null;
  }
  for (const key of Object.keys(raw))
    if (!levels.some((level) => level === key))
      reader.report.lost([...reader.at('transition'), key], `"${key}" is unknown here.`);
  const level = levels.find((key) => typeof raw[key] === 'string' && raw[key] !== '');
  if (level === undefined) return null;
  const text = asText(raw[level]);
  const id = paths.get(text) ?? paths.get(`${pathPrefix}${text}`);
  if (id === undefined || levelOf(id) !== level) {
    reader.keep('transition', raw, `"${text}" is no ${level} of this file; the intent leads nowhere.`);
    return null;
  }
  tellLevelsAbove(reader, raw, text);
  return { conversation: null, scene: null, turn: null, [level]: id };
}

/** The levels above follow from the deepest one, whatever the file says of them. */
function tellLevelsAbove(reader: FieldReader, raw: JsonObject, text: string): void {
  const names = text.startsWith(pathPrefix) ? text.slice(pathPrefix.length).split('/') : [];
  if (names.length === 0) reader.report.changed(reader.at('transition'), `"${text}" is now written as a path.`);
  for (const [index, level] of ['conversation', 'scene', 'turn'].entries()) {
    const above = raw[level];
    if (above === undefined || above === null || above === text) continue;
    if (above !== `${pathPrefix}${names.slice(0, index + 2).join('/')}`)
      reader.report.changed([...reader.at('transition'), level], 'Where it leads is said by the deepest level alone.');
  }
}

/** The user intent that follows by itself. Early files have a list of them, of which one can be heard here. */
function virtualOf(reader: FieldReader, speaker: string): string | null {
  const single = reader.take('virtual_intent') ?? null;
  const many = reader.list('virtual_intents');
  const [first, ...others] = single === null ? many : [single, ...many];
  if (first === undefined) return null;
  const key = single === null ? 'virtual_intents' : 'virtual_intent';
  const intentId = isJsonObject(first) ? asText(first['intent_id']) || asText(first['intentId']) : '';
  if (!isJsonObject(first) || intentId === '' || intentId.length > 200) {
    const sentence = 'Expected the id of an intent, of 200 characters at most; nothing follows by itself.';
    if (single !== null) reader.keep('virtual_intent', single, sentence);
    if (many.length > 0) reader.keep('virtual_intents', many, sentence);
    return null;
  }
  if (others.length > 0)
    reader.keep('virtual_intents', others, 'One intent follows by itself; the others do not here.');
  if (single === null)
    reader.report.changed(reader.at(key), 'The list of virtual intents became the one there can be.');
  else if (asText(first['intent_id']) === '')
    reader.report.changed(reader.at(key), 'The older form became the present one.');
  tellVirtual(reader, first, key, speaker);
  return intentId;
}

function tellVirtual(reader: FieldReader, raw: JsonObject, key: string, speaker: string): void {
  const { report } = reader;
  const path = reader.at(key);
  const said = (asText(raw['speaker']) || 'USER').toUpperCase();
  if (said !== 'USER') report.doubtful([...path, 'speaker'], 'Only a USER intent can follow by itself.');
  else if (speaker === 'USER')
    report.doubtful(path, 'A virtual intent follows what the app says, not what the user says.');
  // Of the two spellings the newer one counts.
  const known = ['speaker', asText(raw['intent_id']) === '' ? 'intentId' : 'intent_id'];
  for (const unknown of Object.keys(raw))
    if (!known.includes(unknown)) report.lost([...path, unknown], `"${unknown}" is unknown here.`);
}
