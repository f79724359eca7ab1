import { fail, succeed, type Result } from '../../shared/base/result.ts';
import type { Json } from '../../shared/base/json.ts';
import type { RunMode } from '../../shared/bridge/contract/run-contract.ts';
import type { Document } from '../../shared/model/document.ts';
import { readJson } from '../../shared/persistence/read-json.ts';
import { suggest } from './closest-word.ts';
import type { Arguments } from './read-arguments.ts';

/** What every command that carries out actions is told about them. */
export const actionOptions = {
  actions: { kind: 'text' },
  world: { kind: 'text' },
  environment: { kind: 'text' },
  audit: { kind: 'text' },
} as const;

/** `--actions mock|live`; mock when nothing is said. */
export function readMode(text: string | null): Result<RunMode, string> {
  if (text === null || text === 'mock') return succeed('mock');
  if (text === 'live') return succeed('live');
  return fail(`--actions is mock or live, not "${text}".${suggest(text, ['mock', 'live'])}`);
}

/** Where examples come from, and which base URLs and secrets integrations have. */
export type TerminalSurroundings = { readonly world: string | null; readonly environment: string | null };

/** `--world` by name or id, `--environment` by name: what the scenario does not have is refused. */
export function readSurroundings(
  given: Arguments,
  { scenario }: Pick<Document, 'scenario'>,
): Result<TerminalSurroundings, string> {
  const [world, environment] = [given.text('world'), given.text('environment')];
  const worlds = scenario.worlds ?? [];
  const found = worlds.find(({ id, name }) => id === world || name === world);
  if (world !== null && found === undefined)
    return fail(
      unknown(
        'world',
        world,
        worlds.map(({ name, id }) => (name === '' ? id : name)),
      ),
    );
  const environments = scenario.environments ?? [];
  if (environment !== null && !environments.includes(environment))
    return fail(unknown('environment', environment, environments));
  return succeed({ world: found?.id ?? null, environment });
}

const unknown = (what: string, given: string, known: readonly string[]): string =>
  `--${what}: there is no ${what} "${given}".${suggest(given, known)} There are: ${known.join(', ') || 'none'}.`;

/** `name=value`. What is JSON beyond doubt is read as JSON, the rest is text: `007` stays as it is. */
export function readAssignment(text: string): Result<readonly [name: string, value: Json], string> {
  const at = text.indexOf('=');
  const name = text.slice(0, Math.max(at, 0)).trim();
  if (name === '') return fail(`"${text}" should be NAME=VALUE.`);
  const value = text.slice(at + 1);
  const parsed = /^(?:true|false|null|\s*[[{"].*)$/s.test(value) ? readJson(value) : null;
  return succeed([name, parsed?.ok === true ? parsed.value : value]);
}
