import { succeed } from '../../../shared/base/result.ts';
import type { BridgeHandlers } from '../../../shared/bridge/dispatch.ts';
import { isTooShort, type SecretVault } from '../secret-vault.ts';

type SecretMethod = Extract<keyof BridgeHandlers, `secret.${string}`>;

/** Secrets by name. There is no method that gives a value back, and there must never be one. */
export const createSecretHandlers = (vault: SecretVault): Pick<BridgeHandlers, SecretMethod> => ({
  'secret.list': async () => {
    const secrets = [...(await vault.list())];
    return succeed({ names: secrets.map(({ name }) => name), secrets });
  },
  'secret.set': async ({ name, value, hosts }) =>
    succeed({ kept: await vault.set(name, value, hosts), tooShort: value !== null && isTooShort(value) }),
  'secret.bind': async ({ name, hosts }) => succeed({ known: await vault.bind(name, hosts) }),
  'secret.remove': async ({ name }) => {
    await vault.set(name, null);
    return succeed({});
  },
  'secret.standing': async () => succeed(await vault.standing()),
  'secret.unlock': async ({ passphrase, startAnew }) => {
    const outcome = await vault.unlock(passphrase, startAnew);
    return succeed({ outcome, standing: await vault.standing() });
  },
});
