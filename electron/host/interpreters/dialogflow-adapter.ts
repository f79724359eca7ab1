import { z } from 'zod';
import { fail, succeed } from '../../../shared/base/result.ts';
import type { InterpretRun } from '../../../shared/engine/effect.ts';
import type { RankedIntent } from '../../../shared/interpret/ranked-intent.ts';
import type { InterpreterOf } from '../../../shared/model/interpreter-record.ts';
import type { InterpreterAdapter } from './interpret-port.ts';
import { intentIdFor } from './intent-names.ts';
import { namedAttributes } from './named-attributes.ts';

type DialogflowRecord = InterpreterOf<'dialogflow'>;

const resultSchema = z.looseObject({
  intent: z.looseObject({ displayName: z.string().max(2000), isFallback: z.boolean().optional() }).nullish(),
  intentDetectionConfidence: z.number().nullish(),
  parameters: z.record(z.string(), z.unknown()).nullish(),
});
const replySchema = z.looseObject({
  queryResult: resultSchema,
  /** Of the beta: what else it might have been. */
  alternativeQueryResults: z.array(z.unknown()).max(100).nullish(),
});

/** A service that answers `detectIntent` as Dialogflow ES does. */
export const dialogflowAdapter: InterpreterAdapter<DialogflowRecord> = {
  payload: (_record, { text, language }) =>
    succeed({ queryInput: { text: { text, languageCode: language === '' ? 'en' : language } } }),
  read: (record, effect, reply) => {
    const parsed = replySchema.safeParse(reply);
    if (!parsed.success) return fail(`${record.name} did not answer as Dialogflow does.`);
    const others = (parsed.data.alternativeQueryResults ?? []).flatMap((each) => {
      const other = resultSchema.safeParse(each);
      return other.success ? [other.data] : [];
    });
    return succeed([parsed.data.queryResult, ...others].flatMap((result) => toRanked(record, effect, result)));
  },
};

/** A fallback intent is how the service says that it understood nothing. */
function toRanked(
  record: DialogflowRecord,
  effect: InterpretRun,
  result: z.infer<typeof resultSchema>,
): RankedIntent[] {
  const { intent, intentDetectionConfidence, parameters } = result;
  if (intent == null || intent.isFallback === true) return [];
  const intentId = intentIdFor(record.intents, intent.displayName);
  return [
    {
      intentId,
      confidence: intentDetectionConfidence ?? 0,
      attributes: namedAttributes(effect, intentId, Object.entries(parameters ?? {})),
      because: `“${intent.displayName}” of ${record.name}`,
    },
  ];
}
