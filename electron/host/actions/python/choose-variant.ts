import { createHash } from 'node:crypto';
import type { Json } from '../../../../shared/base/json.ts';
import type { HostInput } from '../../../python/host-operations.ts';
import type { ActionTask } from '../action-executor.ts';

/** The same variant whenever the same conversation asks for the same test; without one, by the chance of the run. */
export function chooseVariant(
  { testName, variants }: HostInput<'abTest.variant'>,
  { talk, chance }: Pick<ActionTask<'python'>, 'talk' | 'chance'>,
): Json {
  const who = talk === null ? String(chance) : talk.session;
  const digest = createHash('sha256')
    .update(JSON.stringify([testName, who]))
    .digest();
  return variants[digest.readUInt32BE(0) % variants.length] ?? null;
}
