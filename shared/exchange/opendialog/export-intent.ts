import type { Json, JsonObject } from '../../base/json.ts';
import type { ActionUse, IntentRecord, Message } from '../../model/intent-record.ts';
import { textOfMessage } from '../../model/selectors/text-of-message.ts';
import { printMarkup } from '../markup/print-markup.ts';
import { readMarkup } from '../markup/read-markup.ts';
import { printUse, readUse, sameUse, type ReadUse } from './action-use.ts';
import { exportConditions, objectsIn } from './export-conditions.ts';
import { behaviorsOf, interpreterOf, unknownKeys, type Exporting } from './export-level.ts';
import { keptBy } from './field-reader.ts';

/** An intent in the present form of the format. */
export function exportIntent(intent: IntentRecord, exporting: Exporting): JsonObject {
  const kept = keptBy(intent);
  const { report, pathOf } = exporting;
  if (intent.samples.length > 1)
    report.lost(intent.id, `Of ${intent.samples.length} samples only the first has a place in the file.`);
  if (intent.setAttributes.length > 0) report.lost(intent.id, 'Attributes an intent sets have no place in the file.');
  const transition = transitionOf(intent, exporting);
  return {
    od_id: textOr(kept['od_id'], intent.intentId),
    name: intent.name,
    description: intent.description,
    interpreter: interpreterOf(intent, exporting),
    behaviors: behaviorsOf(intent),
    conditions: exportConditions(intent, pathOf, report),
    speaker: intent.speaker,
    confidence: intent.confidence,
    sample_utterance: intent.samples[0] ?? textOr(kept['sample_utterance'], labelOf(intent)),
    listens_for: intent.listensFor,
    expected_attributes: intent.expectedAttributes,
    actions: actionsOf(intent, kept, exporting),
    ...(transition === undefined ? {} : { transition }),
    ...virtualOf(intent, kept),
    message_templates: intent.messages.map((message) => exportMessage(message, exporting)),
    ...unknownKeys(kept, intentKeys),
  };
}

/** What the app says stands for it, where nothing else does. */
const labelOf = ({ speaker, messages }: IntentRecord): string => (speaker === 'APP' ? textOfMessage(messages[0]) : '');

const intentKeys = ['od_id', 'interpreter', 'behaviors', 'conditions', 'paths', 'sample_utterance', 'actions'].concat([
  'transition',
  'virtual_intent',
  'virtual_intents',
]);

const textOr = (value: Json | undefined, other: string): string => (typeof value === 'string' ? value : other);

/** All levels down to the one it leads to; one that was kept because it led to nothing goes back as it was. */
function transitionOf({ id, transition, extras }: IntentRecord, exporting: Exporting): Json | undefined {
  if (transition === null) return keptBy({ extras })['transition'];
  const target = transition.turn ?? transition.scene ?? transition.conversation;
  const chain = target === null ? [] : exporting.levelsTo(target);
  if (chain.length === 0) {
    exporting.report.lost(id, 'A transition to something that is not there was left out.');
    return undefined;
  }
  const [conversation, scene, turn] = chain.map((level) => exporting.pathOf(level) ?? null);
  return { conversation: conversation ?? null, scene: scene ?? null, turn: turn ?? null };
}

function virtualOf({ virtualIntent }: IntentRecord, kept: JsonObject): JsonObject {
  const single = virtualIntent === null ? kept['virtual_intent'] : { speaker: 'USER', intent_id: virtualIntent };
  const many = kept['virtual_intents'];
  return {
    ...(single === undefined ? {} : { virtual_intent: single }),
    ...(many === undefined ? {} : { virtual_intents: many }),
  };
}

function actionsOf(intent: IntentRecord, kept: JsonObject, exporting: Exporting): Json[] {
  const listed: Json[] = intent.actions.map((use) => exportUse(use, exporting));
  for (const { at, action } of objectsIn(kept['actions']))
    if (action !== undefined) listed.splice(typeof at === 'number' ? at : listed.length, 0, action);
  return listed;
}

/** As the file had it, as long as it still says what the use does. */
function exportUse(use: ActionUse, { actionName, report }: Exporting): Json {
  const raw = keptBy(use)['action'];
  const written = raw === undefined ? null : readUse(raw);
  const present: ReadUse = {
    action: written?.action ?? actionName(use.action),
    inputs: Object.entries(use.inputs).flatMap(([name, operand]) => {
      if (operand.kind === 'reference') return [[name, operand.reference] as const];
      report.lost(use.id, `The fixed value given to "${name}" has no place in the file.`);
      return [];
    }),
    outputs: Object.entries(use.outputs),
  };
  return raw !== undefined && written !== null && sameUse(written, present) ? raw : printUse(present);
}

function exportMessage(message: Message, exporting: Exporting): JsonObject {
  const kept = keptBy(message);
  return {
    od_id: textOr(kept['od_id'], message.id),
    name: message.name,
    description: textOr(kept['description'], ''),
    message_markup: markupOf(message, kept, exporting),
    conditions: exportConditions(message, exporting.pathOf, exporting.report),
    behaviors: kept['behaviors'] ?? [],
    interpreter: kept['interpreter'] ?? '',
    ...unknownKeys(kept, ['od_id', 'description', 'message_markup', 'conditions', 'paths', 'behaviors', 'interpreter']),
  };
}

/** Markup that did not come through whole was kept; it goes back as long as the message still says what it said. */
function markupOf(message: Message, kept: JsonObject, { report }: Exporting): string {
  const raw = kept['message_markup'];
  if (typeof raw === 'string') {
    const { blocks, disableText, hideAvatar } = readMarkup(raw);
    const same = JSON.stringify([blocks, disableText, hideAvatar]);
    if (same === JSON.stringify([message.blocks, message.disableText === true, message.hideAvatar === true]))
      return raw;
    report.lost(message.id, 'What was kept of the imported markup was left out, because the message was changed.');
  }
  const { markup, lost } = printMarkup(message);
  for (const sentence of lost) report.lost(message.id, sentence);
  if (message.translations !== undefined && Object.keys(message.translations).length > 0)
    report.lost(message.id, 'Translations have no place in the file.');
  return markup;
}
