import { useCallback, useEffect, useState } from 'react';
import type { BridgeInput, BridgeOutput } from '../../shared/bridge/contract/bridge-contract.ts';
import type { KeptSecret, SecretStanding } from '../../shared/bridge/contract/secret-contract.ts';
import { showFailure } from '../app/files/show-failure.ts';
import { useStudio } from '../state/studio.ts';

/** What this machine keeps of secrets, and how; values go in and never come back. */
export function useSecrets() {
  const studio = useStudio();
  const { host } = studio;
  const [secrets, setSecrets] = useState<readonly KeptSecret[]>([]);
  const [standing, setStanding] = useState<SecretStanding | null>(null);
  const read = useCallback(async (): Promise<void> => {
    const [listed, stands] = await Promise.all([host.call('secret.list', {}), host.call('secret.standing', {})]);
    if (listed.ok) setSecrets(listed.value.secrets);
    else showFailure(studio, listed.failure);
    if (stands.ok) setStanding(stands.value);
  }, [host, studio]);
  useEffect(() => {
    const first = setTimeout(() => void read());
    return () => clearTimeout(first);
  }, [read]);
  return {
    secrets,
    standing,
    set: async (input: BridgeInput<'secret.set'>): Promise<void> => {
      const reply = await host.call('secret.set', input);
      if (!reply.ok) showFailure(studio, reply.failure);
      await read();
    },
    bind: async (name: string, hosts: readonly string[]): Promise<void> => {
      const reply = await host.call('secret.bind', { name, hosts: [...hosts] });
      if (!reply.ok) showFailure(studio, reply.failure);
      await read();
    },
    remove: async (name: string): Promise<void> => {
      const reply = await host.call('secret.remove', { name });
      if (!reply.ok) showFailure(studio, reply.failure);
      await read();
    },
    unlock: async (passphrase: string, startAnew: boolean): Promise<Unlocked | null> => {
      const reply = await host.call('secret.unlock', { passphrase, startAnew });
      await read();
      if (!reply.ok) showFailure(studio, reply.failure);
      return reply.ok ? reply.value.outcome : null;
    },
  };
}

export type Unlocked = BridgeOutput<'secret.unlock'>['outcome'];
export type Secrets = ReturnType<typeof useSecrets>;
