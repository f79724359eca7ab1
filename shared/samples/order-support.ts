import { invariant } from '../base/invariant.ts';
import type { Document } from '../model/document.ts';
import { readScenario } from '../persistence/read-scenario.ts';
import orderSupport from './order-support.parley.json' with { type: 'json' };

/** The sample that Parley opens on. It goes through the same reader as anybody's file. */
export function createOrderSupport(): Document {
  const read = readScenario(JSON.stringify(orderSupport));
  invariant(read.ok, 'the built-in sample is valid');
  return read.value.document;
}
