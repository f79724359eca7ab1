import type { AuditEntry } from '../../../shared/bridge/contract/audit-contract.ts';
import { describeExecution } from '../audit/describe-execution.ts';
import type { DemoServer } from '../demo/demo-server.ts';
import type { ActionPerformer } from '../effects/action-performer.ts';
import type { PerformerPorts } from '../effects/performer-ports.ts';
import type { SecretHosts } from '../effects/secret-gate.ts';
import { systemClock } from '../effects/system-clock.ts';
import type { RunPorts } from '../host-ports.ts';
import type { SecretVault } from '../secret-vault.ts';
import type { ConsentDesk } from './consent-desk.ts';

/** What its person may change while a run goes on. */
export type Surroundings = {
  readonly mode: () => 'mock' | 'live';
  /** The id of the world of example answers. */
  readonly world: () => string | null;
  readonly environment: () => string | null;
};

export type PerformerWish = {
  readonly surroundings: Surroundings;
  readonly file: string | null;
  readonly consent: ConsentDesk;
  readonly askedBy: AuditEntry['askedBy'];
  readonly turns?: Map<string, number>;
  /** The session it is for; null for an action run by itself. */
  readonly conversation: string | null;
};
export type MakePerformer = (wish: PerformerWish) => ActionPerformer;

/** Performers of one window: everything that counts over all talks is shared, everything that may be allowed is not. */
export const createPerformerMaker =
  (ports: RunPorts, demo: DemoServer): MakePerformer =>
  ({ surroundings, file, consent, askedBy, conversation, turns }) => {
    const { limits, tokens, executors, audit, machines, desk } = ports.actions;
    return performerOnDemand({
      ...surroundings,
      ...(turns === undefined ? {} : { turns }),
      isTrusted: () => ports.standing(file).trusted,
      secretNamed: (name) => ports.vault.get(name),
      secretHosts: secretHostsOf(ports.vault),
      consent,
      demo,
      ownPorts: () => demo.listening(),
      clock: systemClock,
      executors,
      limits,
      tokens,
      scenario: ports.standing(file).key,
      folders: ports.folders(file),
      machines,
      desk,
      onDone: (effect, setting, result) => {
        const asked = {
          at: ports.now(),
          askedBy,
          conversation,
          world: surroundings.world(),
          environment: surroundings.environment(),
        };
        audit.add(describeExecution(asked, effect, setting, result));
      },
    });
  };

/** Half of what the host is made of is for calling services: fetched when the first run wants something done. */
function performerOnDemand(ports: PerformerPorts): ActionPerformer {
  let made: Promise<ActionPerformer> | null = null;
  const performer = (): Promise<ActionPerformer> => {
    made ??= import('../effects/action-performer.ts').then(({ createActionPerformer }) => createActionPerformer(ports));
    return made;
  };
  return {
    run: async (...wish) => (await performer()).run(...wish),
    interpret: async (...wish) => (await performer()).interpret(...wish),
    close: async () => (await made)?.close(),
  };
}

const secretHostsOf = (vault: SecretVault): SecretHosts => ({
  of: async (name) => (await vault.list()).find((secret) => secret.name === name)?.hosts ?? [],
  bind: async (name, hosts) => void (await vault.bind(name, hosts)),
});
