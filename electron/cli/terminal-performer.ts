import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { RunMode } from '../../shared/bridge/contract/run-contract.ts';
import type { Document } from '../../shared/model/document.ts';
import { describeExecution } from '../host/audit/describe-execution.ts';
import { createDemoServer } from '../host/demo/demo-server.ts';
import { createActionPerformer, type ActionPerformer } from '../host/effects/action-performer.ts';
import { addressOrigin } from '../host/effects/allow-address.ts';
import type { EffectClock } from '../host/effects/effect-clock.ts';
import type { ScenarioFolders } from '../host/effects/performer-ports.ts';
import type { PythonPort } from '../python/python-port.ts';
import type { TerminalSurroundings } from './action-options.ts';
import type { AuditFile } from './audit-file.ts';
import { dataFolder } from './data-folder.ts';
import type { Terminal } from './terminal.ts';

export type TerminalPerformerParts = TerminalSurroundings & {
  readonly mode: RunMode;
  readonly document: Document;
  /** Where the scenario lies. */
  readonly file: string;
  readonly terminal: Terminal;
  readonly clock: EffectClock;
  readonly audit: AuditFile;
};

/**
 * Performs actions for a terminal. `--actions live` is the person's word for the services the scenario names; secrets
 * come from the environment and go nowhere else.
 */
export function createTerminalPerformer(parts: TerminalPerformerParts): ActionPerformer {
  const { mode, world, environment, document, file, terminal, clock, audit } = parts;
  const demo = createDemoServer();
  const python = createTerminalPython(terminal);
  const origins = namedOrigins(document);
  const performer = createActionPerformer({
    mode: () => mode,
    world: () => world,
    environment: () => environment,
    isTrusted: () => true,
    secretNamed: (name) => Promise.resolve(secretFrom(terminal.env, name)),
    consent: {
      isAllowed: (origin) => origins.has(origin),
      ask: (origin) => Promise.resolve(origins.has(origin)),
    },
    demo,
    ownPorts: demo.listening,
    clock,
    executors: async () => (await import('../host/actions/action-executors.ts')).actionExecutors,
    machines: { runPython: python.runPython },
    folders: foldersFor(file, terminal),
    onDone: (effect, setting, result) => {
      const asked = { at: clock.now(), askedBy: 'commandLine', conversation: null, world, environment } as const;
      audit.add(describeExecution(asked, effect, setting, result));
    },
  });
  return {
    run: performer.run,
    interpret: performer.interpret,
    close: async () => {
      await performer.close();
      await python.close();
      await demo.close();
    },
  };
}

/** The child process of the command line, loaded with the first script. */
function createTerminalPython({ env }: Terminal): PythonPort {
  let port: Promise<PythonPort> | null = null;
  const load = async (): Promise<PythonPort> => {
    const { createChildPython } = await import('../python/child-host/create-child-python.ts');
    return createChildPython({ snapshotFolder: join(dataFolder(env), 'python') });
  };
  return {
    runPython: async (run, signal) => (await (port ??= load())).runPython(run, signal),
    close: async () => (await port)?.close(),
  };
}

function foldersFor(file: string, { env }: Terminal): ScenarioFolders {
  const path = resolve(file);
  const key = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return {
    own: async () => {
      const folder = join(dataFolder(env), 'scenarios', key);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return folder;
    },
    beside: () => dirname(path),
  };
}

/** The origins a scenario names: in its integrations, in every environment, in its requests and in its scripts. */
function namedOrigins({ tables }: Document): ReadonlySet<string> {
  const integrations = [...tables.integrations.values()].flatMap(({ baseUrl, authentication, environments = {} }) => [
    baseUrl,
    ...(authentication.kind === 'oauth2' ? [authentication.tokenUrl] : []),
    ...Object.values(environments).map((each) => each.baseUrl),
  ]);
  const actions = [...tables.actions.values()].flatMap((action) => {
    if (action.kind === 'api') return [action.request.baseUrl];
    return action.kind === 'python' ? (action.code.match(/https?:\/\/[^\s"'/\\{}]+/g) ?? []) : [];
  });
  const urls = [...integrations, ...actions].map((url) => url.trim()).filter((url) => URL.canParse(url));
  return new Set(urls.flatMap((url) => [new URL(url).origin, addressOrigin(new URL(url)) ?? '']));
}

/** `crm key` is `PARLEY_SECRET_CRM_KEY`. */
function secretFrom(env: Terminal['env'], name: string): string | null {
  return env[`PARLEY_SECRET_${name}`] ?? env[`PARLEY_SECRET_${name.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`] ?? null;
}
