import type { Arguments, ArgumentSpec } from './read-arguments.ts';
import type { Terminal } from './terminal.ts';

/** 0 fine, 1 findings or a failed test, 2 input that cannot be used. */
export type ExitCode = 0 | 1 | 2;

export type Command = ArgumentSpec & {
  readonly run: (given: Arguments, terminal: Terminal) => Promise<ExitCode>;
};

/** The option every command has. */
export const jsonOption = { json: { kind: 'flag' } } as const;

export const printJson = (terminal: Terminal, value: unknown): void => terminal.out(`${JSON.stringify(value)}\n`);
