import { z } from 'zod';
import { fail, succeed } from '../../../shared/base/result.ts';
import type { InterpretRun } from '../../../shared/engine/effect.ts';
import type { RankedIntent } from '../../../shared/interpret/ranked-intent.ts';
import type { InterpreterOf } from '../../../shared/model/interpreter-record.ts';
import type { InterpreterAdapter } from './interpret-port.ts';
import { intentIdFor } from './intent-names.ts';
import { namedAttributes } from './named-attributes.ts';

type LexRecord = InterpreterOf<'lex'>;

const valueSchema = z.looseObject({
  value: z.looseObject({ interpretedValue: z.string().nullish(), originalValue: z.string().nullish() }).nullish(),
});
const slotSchema = z.looseObject({ ...valueSchema.shape, values: z.array(valueSchema).max(100).nullish() }).nullable();
const interpretationSchema = z.looseObject({
  intent: z.looseObject({ name: z.string().max(2000), slots: z.record(z.string(), slotSchema).nullish() }),
  nluConfidence: z.union([z.number(), z.looseObject({ score: z.number() })]).nullish(),
});
type Interpretation = z.infer<typeof interpretationSchema>;

/** A service that answers `RecognizeText` as Amazon Lex V2 does. */
export const lexAdapter: InterpreterAdapter<LexRecord> = {
  payload: (_record, { text }) => succeed({ text }),
  read: (record, effect, reply) => {
    const parsed = z.looseObject({ interpretations: z.array(z.unknown()).max(100) }).safeParse(reply);
    if (!parsed.success) return fail(`${record.name} did not answer as Lex does.`);
    return succeed(
      parsed.data.interpretations.flatMap((each) => {
        const interpretation = interpretationSchema.safeParse(each);
        return interpretation.success ? toRanked(record, effect, interpretation.data) : [];
      }),
    );
  },
};

/** What has no confidence is the service's fallback: it understood nothing. */
function toRanked(record: LexRecord, effect: InterpretRun, { intent, nluConfidence }: Interpretation): RankedIntent[] {
  if (nluConfidence == null) return [];
  const intentId = intentIdFor(record.intents, intent.name);
  return [
    {
      intentId,
      confidence: typeof nluConfidence === 'number' ? nluConfidence : nluConfidence.score,
      attributes: namedAttributes(
        effect,
        intentId,
        Object.entries(intent.slots ?? {}).map(([name, slot]) => [name, slotValue(slot)]),
      ),
      because: `“${intent.name}” of ${record.name}`,
    },
  ];
}

function slotValue(slot: z.infer<typeof slotSchema>): unknown {
  if (slot === null) return null;
  if (slot.values != null && slot.values.length > 0) return slot.values.map(({ value }) => textOf(value));
  return textOf(slot.value);
}

const textOf = (value: z.infer<typeof valueSchema>['value']): string | null =>
  value?.interpretedValue ?? value?.originalValue ?? null;
