import type { HostEvent, HostEventName } from '../../../../../shared/bridge/contract/event-contract.ts';
import { printScenario } from '../../../../../shared/persistence/print-scenario.ts';
import { templateNamed } from '../../../../../shared/samples/templates.ts';
import { createMemoryAuditFiles } from '../../../../../electron/host/audit/audit-files.ts';
import { createAuditLog, type AuditLog } from '../../../../../electron/host/audit/audit-log.ts';
import { startEngineInProcess } from '../../../../../electron/host/engine-port.ts';
import { createRunHandlers, type RunHandlers } from '../../../../../electron/host/handlers/run-handlers.ts';
import type { ActionServices, RunPorts, StartEngine } from '../../../../../electron/host/host-ports.ts';
import { createActionServices } from '../../../../../electron/host/run/action-services.ts';
import { createMemoryVault, type SecretVault } from '../../../../../electron/host/secret-vault.ts';
import { createEngineLoop } from '../../../../../electron/worker/engine-loop.ts';
import { textOf } from '../../../../builders/text-of.ts';

export const sample = printScenario(templateNamed('order-support')!.create());

export const engineInProcess: StartEngine = startEngineInProcess((post) => createEngineLoop(post, () => Date.now()));

type Payload<Name extends HostEventName> = Extract<HostEvent, { name: Name }>['payload'];

/** Run handlers with everything around them, and what they told. */
export type Desk = {
  readonly handlers: RunHandlers;
  readonly vault: SecretVault;
  readonly audit: AuditLog;
  readonly actions: ActionServices;
  readonly events: HostEvent[];
  readonly told: <Name extends HostEventName>(name: Name) => Payload<Name>[];
  /** All the page was told of what the app said. */
  readonly texts: () => string[];
  readonly faults: unknown[];
  readonly consents: Map<string, boolean>;
  standing: { trusted: boolean; key: string };
  readonly release: () => void;
};

export function openDesk(startEngine: StartEngine = engineInProcess): Desk {
  const events: HostEvent[] = [];
  const faults: unknown[] = [];
  const consents = new Map<string, boolean>();
  const vault = createMemoryVault();
  const audit = createAuditLog(createMemoryAuditFiles(), (fault) => faults.push(fault));
  const actions = createActionServices(audit);
  const releases: (() => void | Promise<void>)[] = [];
  const told: Desk['told'] = (name) =>
    events.flatMap((event) => (event.name === name ? [event.payload as Payload<typeof name>] : []));
  const desk: Omit<Desk, 'handlers'> = {
    vault,
    audit,
    actions,
    events,
    told,
    texts: () => told('run.replied').flatMap(({ messages }) => messages.flatMap(({ blocks }) => blocks.map(textOf))),
    faults,
    consents,
    standing: { trusted: true, key: 'shop' },
    release: () => releases.splice(0).forEach((release) => void release()),
  };
  const ports: RunPorts = {
    emit: (event) => events.push(event),
    startEngine,
    vault,
    standing: () => desk.standing,
    consents: {
      get: (key, origin) => consents.get(`${key} ${origin}`) ?? null,
      set: (key, origin, allowed) => void consents.set(`${key} ${origin}`, allowed),
    },
    actions,
    folders: () => ({ own: () => Promise.reject(new Error('no files here')), beside: () => null }),
    now: () => Date.now(),
    reportFault: (fault) => faults.push(fault),
    onRelease: (release) => void releases.push(release),
  };
  return Object.assign(desk, { handlers: createRunHandlers(ports) });
}

export const startInput = {
  text: sample,
  file: null,
  mode: 'mock',
  seed: 1,
  attributes: {},
} as const;
