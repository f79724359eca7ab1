import { suggest } from './closest-word.ts';
import { commandList, type ListedCommand } from './command-list.ts';
import type { ExitCode } from './command.ts';
import { readArguments } from './read-arguments.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command line and gives its exit code. */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined) {
    terminal.err(overview());
    return 2;
  }
  if (name === 'help' || name === '--help' || name === '-h') return help(rest[0], terminal);
  const listed = commandList.find((command) => command.name === name);
  if (listed === undefined) {
    terminal.err(`parley: ${unknownCommand(name)}`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) return help(name, terminal);
  const command = await listed.load();
  const given = readArguments(command, rest);
  if (given.ok) return command.run(given.value, terminal);
  terminal.err(`parley ${name}: ${given.failure} Usage: parley ${listed.usage}`);
  return 2;
}

function help(name: string | undefined, terminal: Terminal): ExitCode {
  if (name === undefined) {
    terminal.out(`${overview()}\n`);
    return 0;
  }
  const listed = commandList.find((command) => command.name === name);
  if (listed === undefined) {
    terminal.err(`parley help: ${unknownCommand(name)}`);
    return 2;
  }
  terminal.out(`${describe(listed)}\n`);
  return 0;
}

const unknownCommand = (name: string): string => {
  const names = [...commandList.map((command) => command.name), 'help'];
  return `There is no command "${name}".${suggest(name, names)} Try: parley help`;
};

function overview(): string {
  const width = Math.max(...commandList.map(({ name }) => name.length)) + 2;
  return [
    'parley <command>: conversation design from a terminal',
    '',
    ...commandList.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`),
    `  ${'help'.padEnd(width)}Says more about a command: parley help chat`,
    '',
    'Exit code: 0 fine, 1 findings, 2 input that cannot be used. --json prints JSON and nothing else.',
  ].join('\n');
}

const describe = ({ usage, summary, details }: ListedCommand): string =>
  [`parley ${usage}`, '', summary, ...details.map((line) => `  ${line}`)].join('\n');
