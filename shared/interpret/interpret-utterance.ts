import type { JsonObject } from '../base/json.ts';
import type { AttributeType } from '../model/attribute-type.ts';
import type { SampleIndex } from './compile-samples.ts';
import type { RankedIntent } from './ranked-intent.ts';

export { compileSamples, type SampleEntry, type SampleIndex } from './compile-samples.ts';
export type { RankedIntent };

/** What the person did, as an interpreter sees it. `opened` is the callback `WELCOME`. */
export type Heard = {
  readonly text: string;
  /** A pressed button or sent form; null for typed text. */
  readonly callback: string | null;
  /** A button's value: `attribute.value`, or plain text for `callback_value`. */
  readonly value: string;
  /** A form's fields. */
  readonly fields: JsonObject;
};

/** An attribute the intent should fill: its bare name (no context) and registered type. */
export type ExpectedAttribute = { readonly name: string; readonly type: AttributeType };

/**
 * The embedded interpreter. `callbacks` is the interpreter record's map of callback id to intent id; `expected` says
 * for an intent id which attributes to look for. Best first; at most one answer per intent id.
 */
export function interpret(
  index: SampleIndex,
  callbacks: Readonly<Record<string, string>>,
  heard: Heard,
  expected: ReadonlyMap<string, readonly ExpectedAttribute[]>,
): readonly RankedIntent[] {
  void [index, expected];
  if (heard.callback === null) return [];
  const intentId = Object.hasOwn(callbacks, heard.callback) ? callbacks[heard.callback] : undefined;
  return [
    { intentId: intentId ?? heard.callback, confidence: 1, attributes: {}, because: `callback ${heard.callback}` },
  ];
}
