import type { Document } from '../../../shared/model/document.ts';
import type { IntentRecord } from '../../../shared/model/intent-record.ts';

type Row = {
  readonly intentId: string;
  readonly samples: ReadonlySet<string>;
  readonly needs: readonly string[];
  readonly sets: ReadonlyMap<string, unknown>;
  /** Texts and, at every other place, the attributes between them. */
  readonly says: readonly (readonly string[])[];
  readonly next: string | null;
};

/** The limit: what a ring needs to run, laid out by a loop that knows nothing but rings and overlooks every mistake. */
export function tableByHand({ tables }: Document): ReadonlyMap<string, readonly Row[]> {
  const turns = new Map<string, Row[]>();
  for (const record of tables.intents.values()) {
    const rows = turns.get(record.turn);
    if (rows === undefined) turns.set(record.turn, [toRow(record)]);
    else rows.push(toRow(record));
  }
  return turns;
}

const toRow = ({ intentId, samples, conditions, setAttributes, messages, transition }: IntentRecord): Row => ({
  intentId,
  samples: new Set(samples.map((sample) => sample.toLowerCase())),
  needs: conditions.flatMap((one) => ('left' in one && one.left.kind === 'reference' ? [one.left.reference] : [])),
  sets: new Map(setAttributes.map(({ reference, value }) => [reference, value])),
  says: messages.flatMap(({ blocks }) => blocks.map((block) => ('text' in block ? block.text.split(/[{}]/) : []))),
  next: transition?.turn ?? null,
});
