import { resolve } from 'node:path';

/** The scenario files named on a command line. Switches and what belongs to Electron itself are not ours. */
export const askedFiles = (argv: readonly string[], workingFolder: string): string[] =>
  argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith('.json'))
    .map((argument) => resolve(workingFolder, argument));
