import { fail, succeed, type Result } from '../../shared/base/result.ts';
import type { Json } from '../../shared/base/json.ts';
import type { RunMode } from '../../shared/bridge/contract/run-contract.ts';
import type { Document } from '../../shared/model/document.ts';
import { readJson } from '../../shared/persistence/read-json.ts';
import { createDemoServer } from '../host/demo/demo-server.ts';
import { createActionPerformer, type ActionPerformer } from '../host/effects/action-performer.ts';
import type { EffectClock } from '../host/effects/effect-clock.ts';
import { suggest } from './closest-word.ts';
import type { Terminal } from './terminal.ts';

/** `--actions mock|live`; mock when nothing is said. */
export function readMode(text: string | null): Result<RunMode, string> {
  if (text === null || text === 'mock') return succeed('mock');
  if (text === 'live') return succeed('live');
  return fail(`--actions is mock or live, not "${text}".${suggest(text, ['mock', 'live'])}`);
}

/** `name=value`. What is JSON beyond doubt is read as JSON, the rest is text: `007` stays as it is. */
export function readAssignment(text: string): Result<readonly [name: string, value: Json], string> {
  const at = text.indexOf('=');
  const name = text.slice(0, Math.max(at, 0)).trim();
  if (name === '') return fail(`"${text}" should be NAME=VALUE.`);
  const value = text.slice(at + 1);
  const parsed = /^(?:true|false|null|\s*[[{"].*)$/s.test(value) ? readJson(value) : null;
  return succeed([name, parsed?.ok === true ? parsed.value : value]);
}

/**
 * Performs actions for a terminal. `--actions live` is the person's word for the services the scenario names; secrets
 * come from the environment and go nowhere else.
 */
export function createTerminalPerformer(
  mode: RunMode,
  document: Document,
  terminal: Terminal,
  clock: EffectClock,
): ActionPerformer {
  const demo = createDemoServer();
  const origins = namedOrigins(document);
  const performer = createActionPerformer({
    mode: () => mode,
    isTrusted: () => true,
    secretNamed: (name) => Promise.resolve(secretFrom(terminal.env, name)),
    consent: {
      isAllowed: (origin) => origins.has(origin),
      ask: (origin) => Promise.resolve(origins.has(origin)),
    },
    demo,
    ownPorts: demo.listening,
    clock,
  });
  return {
    run: performer.run,
    interpret: performer.interpret,
    close: async () => {
      await performer.close();
      await demo.close();
    },
  };
}

/** The origins a scenario names in its integrations and actions. */
function namedOrigins(document: Document): ReadonlySet<string> {
  const actions = [...document.tables.actions.values()].flatMap((action) =>
    action.kind === 'api' ? [action.request] : [],
  );
  const urls = [...document.tables.integrations.values(), ...actions].map(({ baseUrl }) => baseUrl.trim());
  return new Set(urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).origin));
}

/** `crm key` is `PARLEY_SECRET_CRM_KEY`. */
function secretFrom(env: Terminal['env'], name: string): string | null {
  return env[`PARLEY_SECRET_${name}`] ?? env[`PARLEY_SECRET_${name.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`] ?? null;
}
