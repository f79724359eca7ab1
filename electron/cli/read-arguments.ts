import { parseArgs } from 'node:util';
import { fail, succeed, type Result } from '../../shared/base/result.ts';
import { suggest } from './closest-word.ts';

export type OptionSpec = {
  readonly kind: 'text' | 'flag';
  readonly short?: string;
  /** May be given more than once. */
  readonly many?: boolean;
};

/** What a command takes. A positional in the list is required unless its name ends in `?`. */
export type ArgumentSpec = {
  readonly positionals: readonly string[];
  readonly options: { readonly [name: string]: OptionSpec };
};

export type Arguments = {
  /** By position; an optional one that was not given is empty. */
  readonly at: (position: number) => string;
  readonly text: (option: string) => string | null;
  readonly all: (option: string) => readonly string[];
  readonly flag: (option: string) => boolean;
};

/** Reads arguments, or says in one sentence what is wrong with them. */
export function readArguments(spec: ArgumentSpec, given: readonly string[]): Result<Arguments, string> {
  const { tokens } = parseArgs({
    args: [...given],
    allowPositionals: true,
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(spec.options).map(([name, { kind, short }]) => [
        name,
        { type: kind === 'flag' ? 'boolean' : 'string', multiple: true, ...(short === undefined ? {} : { short }) },
      ]),
    ),
  });
  const positionals: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const problem = optionProblem(spec, token, values);
    if (problem !== null) return fail(problem);
    values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? '']);
  }
  const misplaced = positionalProblem(spec, positionals);
  if (misplaced !== null) return fail(misplaced);
  return succeed({
    at: (position) => positionals[position] ?? '',
    text: (option) => values.get(option)?.[0] ?? null,
    all: (option) => values.get(option) ?? [],
    flag: (option) => values.has(option),
  });
}

type OptionToken = {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
};

function optionProblem(spec: ArgumentSpec, token: OptionToken, seen: ReadonlyMap<string, unknown>): string | null {
  const { name, rawName, value, inlineValue } = token;
  const option = Object.hasOwn(spec.options, name) ? spec.options[name] : undefined;
  if (option === undefined)
    return `Unknown option "${rawName}".${suggest(name, Object.keys(spec.options), (known) => `--${known}`)}`;
  if (option.kind === 'flag') return inlineValue === true ? `The option ${rawName} takes no value.` : null;
  const isNextOption = inlineValue === false && value?.startsWith('--') === true && value.slice(2) in spec.options;
  if (value === undefined || isNextOption) return `The option ${rawName} needs a value.`;
  return option.many !== true && seen.has(name) ? `The option ${rawName} is given twice.` : null;
}

function positionalProblem(spec: ArgumentSpec, given: readonly string[]): string | null {
  const extra = given[spec.positionals.length];
  if (extra !== undefined) return `There is one argument too many: "${extra}".`;
  const missing = spec.positionals.slice(given.length).filter((name) => !name.endsWith('?'));
  return missing.length === 0 ? null : `Missing ${missing.map((name) => `<${name}>`).join(' ')}.`;
}
