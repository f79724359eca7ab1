import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostClient } from '../../shared/bridge/client.ts';
import { createHostClient } from '../../shared/bridge/client.ts';
import type { HostEvent } from '../../shared/bridge/contract/event-contract.ts';
import { createMemoryTransport } from '../../shared/bridge/memory-transport.ts';
import type { Transport } from '../../shared/bridge/transport.ts';
import { createHost, type Host, type HostDisk, type HostWindow } from '../../electron/host/create-host.ts';
import type { FrameMenu, HostPorts, SaveKind, StartEngine } from '../../electron/host/host-ports.ts';
import { createMemoryVault } from '../../electron/host/secret-vault.ts';
import { createMemorySettings } from '../../electron/host/settings-store.ts';

/** What the person answers when the host asks for a place, null for Cancel; and whether a stranger's file is trusted. */
export type Answers = { open: string | null; bundle: string | null; save: string | null; trust: boolean };

/** One window of a test host, and what happened to it. */
export type TestWindow = {
  readonly transport: Transport;
  readonly host: HostClient;
  readonly window: HostWindow;
  readonly answers: Answers;
  readonly events: HostEvent[];
  /** What the host did to the window around the page, in words. */
  readonly frame: string[];
  readonly askedToSave: { what: SaveKind; suggestedName: string }[];
};

export type TestHost = {
  readonly host: Host;
  readonly ports: HostPorts;
  readonly connect: (startFile?: string) => TestWindow;
};

const noEngine: StartEngine = () => {
  throw new Error('this test starts no run');
};

/** A real host on a real folder, with a person made of answers. Faults of ours are thrown at the test. */
export async function createTestHost(
  userFolder: string,
  changes: Partial<HostPorts> = {},
  disk?: HostDisk,
): Promise<TestHost> {
  const ports: HostPorts = {
    version: '0.0.0-test',
    platform: 'linux',
    userFolder,
    settings: createMemorySettings(),
    vault: createMemoryVault(),
    startEngine: noEngine,
    nativeDialogs: false,
    now: () => 1_700_000_000_000,
    reportFault: (fault) => {
      throw fault;
    },
    ...changes,
  };
  const host = await createHost(ports, disk);
  return { host, ports, connect: (startFile) => connect(host, ports, startFile ?? null) };
}

function connect(host: Host, ports: HostPorts, startFile: string | null): TestWindow {
  const answers: Answers = { open: null, bundle: null, save: null, trust: true };
  const frame: string[] = [];
  const askedToSave: TestWindow['askedToSave'] = [];
  const connected: HostWindow[] = [];
  const { transport } = createMemoryTransport((emit) => {
    const window = host.connect(
      {
        emit,
        dialogs: {
          confirmTrust: () => Promise.resolve(answers.trust),
          chooseScenario: () => Promise.resolve(answers.open),
          chooseImport: () => Promise.resolve(answers.bundle),
          chooseSavePath: (what, suggestedName) => {
            askedToSave.push({ what, suggestedName });
            return Promise.resolve(answers.save);
          },
        },
        frame: {
          setTitle: (title, edited) => frame.push(`title ${title}${edited ? ' edited' : ''}`),
          setMenu: (menus) => frame.push(`menu ${menus.map(describeMenu).join('; ')}`),
          close: (proceed) => frame.push(proceed ? 'close' : 'stay'),
          focus: () => frame.push('focus'),
          openWindow: (path) => frame.push(`open ${path ?? 'new'}`),
        },
      },
      startFile,
    );
    connected.push(window);
    return window.handlers;
  }, ports.reportFault);
  const events: HostEvent[] = [];
  transport.onEvent((event) => void events.push(event));
  const [window] = connected;
  if (window === undefined) throw new Error('the host did not connect');
  return { transport, host: createHostClient(transport), window, answers, events, frame, askedToSave };
}

const describeMenu = ({ label, items }: FrameMenu): string =>
  `${label}: ${items.map((item) => (item.kind === 'action' ? item.label : '-')).join(', ')}`;

/** A folder of its own, by its real path; the answer removes it. */
export function makeFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'parley-host-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
