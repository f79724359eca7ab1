import { z } from 'zod';

/** Expected failures at the boundary. The sentence shown to people is made in the renderer's failure-text table. */
export const failureCodes = [
  'bridge.refused',
  'bridge.faulted',
  'scenario.notFound',
  'scenario.notReadable',
  'scenario.tooLarge',
  'scenario.changedOnDisk',
  'scenario.openElsewhere',
  'scenario.noSpace',
  'scenario.notWritable',
  'scenario.folderGone',
  'scenario.symbolicLink',
  'scenario.unknownFile',
  'run.notFound',
  'run.invalidScenario',
  'run.busy',
  'run.crashed',
  'interpret.cancelled',
  'secret.vaultMissing',
  'demo.notStarted',
] as const;

/** A code plus facts; `detail` is for people who want to know more, never the whole message. */
export const failureSchema = z.strictObject({
  code: z.enum(failureCodes),
  detail: z.string().default(''),
  path: z.string().default(''),
});
export type Failure = z.infer<typeof failureSchema>;
