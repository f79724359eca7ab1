import { succeed } from '../../../shared/base/result.ts';
import type { BridgeHandlers } from '../../../shared/bridge/dispatch.ts';
import type { SecretVault } from '../secret-vault.ts';

/** Secrets by name. There is no method that gives a value back, and there must never be one. */
export const createSecretHandlers = (vault: SecretVault): Pick<BridgeHandlers, 'secret.list' | 'secret.set'> => ({
  'secret.list': async () => succeed({ names: [...(await vault.names())] }),
  'secret.set': async ({ name, value }) => succeed({ kept: await vault.set(name, value) }),
});
