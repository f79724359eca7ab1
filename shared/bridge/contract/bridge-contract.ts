import type { z } from 'zod';
import { appContract } from './app-contract.ts';
import { auditContract } from './audit-contract.ts';
import { deskContract } from './desk-contract.ts';
import { interpretContract } from './interpret-contract.ts';
import { recentContract } from './recent-contract.ts';
import { runContract } from './run-contract.ts';
import { scenarioContract } from './scenario-contract.ts';
import { secretContract } from './secret-contract.ts';
import { versionContract } from './version-contract.ts';

/** Every method the renderer may ask of the host: name → input and output schema. The host validates every input. */
export const bridgeContract = {
  ...appContract,
  ...secretContract,
  ...scenarioContract,
  ...versionContract,
  ...recentContract,
  ...runContract,
  ...auditContract,
  ...deskContract,
  ...interpretContract,
} as const;

export type BridgeMethod = keyof typeof bridgeContract;
export type BridgeInput<Method extends BridgeMethod> = z.input<(typeof bridgeContract)[Method]['input']>;
export type BridgeParsedInput<Method extends BridgeMethod> = z.output<(typeof bridgeContract)[Method]['input']>;
export type BridgeOutput<Method extends BridgeMethod> = z.output<(typeof bridgeContract)[Method]['output']>;
