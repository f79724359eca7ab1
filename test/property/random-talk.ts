import fc from 'fast-check';
import { assertNever } from '../../shared/base/assert-never.ts';
import type { Json } from '../../shared/base/json.ts';
import type { Input } from '../../shared/engine/input.ts';
import type { SessionState } from '../../shared/engine/session-state.ts';
import type { Utterance } from '../../shared/engine/utterance.ts';
import type { RankedIntent } from '../../shared/interpret/ranked-intent.ts';
import { aResult } from '../builders/play.ts';
import { vocabulary } from './random-scenario.ts';

/** One thing that happens to a session; what exactly depends on how the session is when it happens. */
export type Said =
  | { readonly kind: 'said'; readonly utterance: Utterance; readonly after: number }
  | {
      readonly kind: 'settled';
      readonly failed: boolean;
      readonly outputs: { readonly [name: string]: Json };
      readonly known: boolean;
      readonly ranking: readonly RankedIntent[];
    }
  | { readonly kind: 'answered'; readonly approved: boolean }
  | { readonly kind: 'edited'; readonly reference: string; readonly value: Json };

const value = fc.constantFrom(...vocabulary.values);
const utterance: fc.Arbitrary<Utterance> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('callback' as const),
      callback: fc.constantFrom(...vocabulary.intents, 'parley.confirm', 'go'),
      value: fc.constantFrom('', 'name.Ada', 'count.4', 'a.b.c', '__proto__.x'),
      text: fc.constantFrom(...vocabulary.texts),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      text: fc.oneof(fc.constantFrom(...vocabulary.texts), fc.string({ unit: 'binary', maxLength: 30 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('form' as const),
      callback: fc.constantFrom(...vocabulary.intents),
      fields: fc.dictionary(fc.constantFrom('name', 'count', '__proto__', 'a b'), value),
      text: fc.constant(''),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('opened' as const, 'restart' as const, 'endChat' as const) }),
  },
);
export const said: fc.Arbitrary<Said> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('said' as const), utterance, after: fc.constantFrom(1, 1, 1, 200) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('settled' as const),
      failed: fc.boolean(),
      outputs: fc.dictionary(fc.constantFrom('found', 'basket', 'extra', '__proto__'), value),
      known: fc.constantFrom(true, true, true, false),
      ranking: fc.array(
        fc.record({
          intentId: fc.constantFrom(...vocabulary.intents, 'delete.everything'),
          confidence: fc.double({ min: -1, max: 2 }),
          attributes: fc.dictionary(fc.constantFrom('name', 'count', 'code', '__proto__'), value),
          because: fc.constant(''),
        }),
        { maxLength: 3 },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('answered' as const), approved: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('edited' as const),
      reference: fc.constantFrom(...vocabulary.references),
      value,
    }),
  },
);

/** The input it means for the session as it is now. */
export function toInput(one: Said, state: SessionState, at: number): Input {
  switch (one.kind) {
    case 'said':
      return { kind: 'user.said', at, utterance: one.utterance };
    case 'settled': {
      const awaited = state.current?.awaited;
      const asked = awaited?.kind === 'interpretation' ? awaited.pending.at(-1) : null;
      const pending = state.current?.workflow?.pending ?? [];
      // Of the branches of a workflow sometimes the first ends first, sometimes the last.
      const ofWorkflow = pending.at(one.failed ? 0 : -1);
      const effect = (awaited?.kind === 'effect' ? awaited : (asked ?? ofWorkflow))?.effect;
      const failure = one.failed ? ('badStatus' as const) : null;
      const result = aResult({ outputs: one.outputs, failure, ...(asked == null ? {} : { ranking: one.ranking }) });
      return { kind: 'effect.settled', at, effect: one.known ? (effect ?? 'test.0') : 'test.0', result };
    }
    case 'answered':
      return { kind: 'confirmation.answered', at, approved: one.approved };
    case 'edited':
      return { kind: 'attribute.edited', at, reference: one.reference, value: one.value };
    default:
      return assertNever(one);
  }
}
