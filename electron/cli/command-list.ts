import type { Command } from './command.ts';

export type ListedCommand = {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  /** More than the summary, line by line. */
  readonly details: readonly string[];
  /** Loaded when it is run: `parley check` need not read what only `chat` needs. */
  readonly load: () => Promise<Command>;
};

export const commandList: readonly ListedCommand[] = [
  {
    name: 'new',
    usage: 'new <template> <file> [--json]',
    summary: 'Writes a scenario from a built-in template.',
    details: ['Templates: order-support, essentials, questions, empty. A file that exists is not replaced.'],
    load: async () => (await import('./commands/new-command.ts')).newCommand,
  },
  {
    name: 'check',
    usage: 'check <scenario> [--json]',
    summary: 'Looks for problems in a scenario.',
    details: [
      'Every finding is a line "file: pointer: sentence" on standard error. The exit code is 1 when there is one.',
    ],
    load: async () => (await import('./commands/check-command.ts')).checkCommand,
  },
  {
    name: 'chat',
    usage: 'chat <scenario> [--say TEXT]... [--script FILE] [--set REF=VALUE]... [--actions mock|live] [options]',
    summary: 'Talks with a scenario.',
    details: [
      '--say TEXT        says this; without --say and --script, you do the talking',
      '--script FILE     says the lines of a file; empty lines and lines with # are left out',
      '--set REF=VALUE   gives an attribute a value first, for example user.name=Ada',
      '--actions MODE    mock answers from examples (the default); live calls the services the scenario names,',
      '                  with secrets from PARLEY_SECRET_<NAME>',
      '--world WORLD     the set of examples mocks are taken from, by name',
      '--environment E   the base URLs and secrets integrations have, for example staging',
      '--audit FILE      adds a line of JSON for every action carried out',
      '--now TIME        fixes the clock, for example 2027-01-31T09:00:00Z; every line then takes a second',
      '--seed N          the seed of everything random (1)',
      '--zone ZONE       where the person is, for example Europe/Athens or +02:00 (UTC)',
      '--trace FILE      writes what happened, for parley replay',
      '--session FILE    goes on from this file when it exists, and keeps the talk in it, in the clear;',
      '                  --continue goes on although the scenario was edited since',
      '--json            prints one line of JSON for every exchange',
      'Lines that begin with a slash are not said: /open, /restart, /end, /press CALLBACK [VALUE].',
    ],
    load: async () => (await import('./commands/chat-command.ts')).chatCommand,
  },
  {
    name: 'replay',
    usage: 'replay <scenario> <trace> [--json]',
    summary: 'Runs a recorded talk again and shows the first difference.',
    details: [
      'Nobody is called: what actions answered is part of the trace. The exit code is 1 when something differs.',
    ],
    load: async () => (await import('./commands/replay-command.ts')).replayCommand,
  },
  {
    name: 'action',
    usage: 'action run <file> <action> [--arg NAME=VALUE]... [--actions mock|live] [options]',
    summary: 'Runs one action by itself.',
    details: [
      'The action is named by its id or its name. The exit code is 1 when it fails.',
      '--actions, --world, --environment and --audit as in parley chat',
      '--conversation FILE  the talk it belongs to: a file of parley chat --session',
      '--json               prints the result as one JSON document',
      'Python runs in a child process under the permission model of Node: a weaker wall than that of the app.',
    ],
    load: async () => (await import('./commands/action-command.ts')).actionCommand,
  },
  {
    name: 'export',
    usage:
      'export bundle|opendialog|schema|translations <scenario> [-o FILE] [--attributes FILE] [--language TAG] [--json]',
    summary:
      'Writes the action bundle, the texts to translate, the scenario for OpenDialog, or the JSON Schema of its format.',
    details: [
      'Without -o, to standard output. "export schema bundle" gives the schema of bundles.',
      'opendialog: what has no place in the file is told, exit code 1',
      'translations: a table (.csv, and without -o) or XLIFF 1.2 (.xlf), by the ending of FILE',
      '--language TAG     for translations: that language alone, as XLIFF 2.1, which holds one',
      '--attributes FILE  for opendialog: writes the types of attributes, which are a file of their own there',
    ],
    load: async () => (await import('./commands/export-command.ts')).exportCommand,
  },
  {
    name: 'import',
    usage: 'import bundle|opendialog|translations <file> -o <scenario> [--replace] [--json]',
    summary:
      'Brings the actions of a bundle or translations into a scenario, or makes a scenario of one of OpenDialog.',
    details: [
      'bundle: records the scenario has otherwise are kept and told, exit code 1; --replace takes those of the bundle.',
      'opendialog: every element of the file is mapped, kept for the way back, or told as lost (exit code 1);',
      '  a scenario that is there already stays, unless --replace',
      'translations: .csv or .xlf into a scenario that is there; what does not fit is told, exit code 1',
      '--attributes FILE  for opendialog: the types of attributes, which are a file of their own there',
      '--first-version    for opendialog: compares and reads missing values as its first versions did',
    ],
    load: async () => (await import('./commands/import-command.ts')).importCommand,
  },
  {
    name: 'convert',
    usage: 'convert <scenario> [-o FILE] [--json]',
    summary: 'Brings a scenario up to date and writes it in its one canonical form.',
    details: ['Without -o the file itself is replaced; what was there is kept beside it as .bak.'],
    load: async () => (await import('./commands/convert-command.ts')).convertCommand,
  },
  {
    name: 'diff',
    usage: 'diff <before> <after> [--json]',
    summary: 'Tells what changed between two scenarios, in the words of the design.',
    details: [
      'What is only drawn elsewhere is counted, not told. The exit code is 1 when anything differs.',
      'As a diff driver of git: git config diff.parley.command "parley diff"',
    ],
    load: async () => (await import('./commands/diff-command.ts')).diffCommand,
  },
  {
    name: 'merge',
    usage: 'merge <base> <ours> <theirs> [-o FILE] [--json]',
    summary: 'Brings together what two people made of one scenario.',
    details: [
      'Without -o into <ours>. What both changed differently stays as ours has it and is told, exit code 1.',
      'As a merge driver of git: git config merge.parley.driver "parley merge %O %A %B"',
    ],
    load: async () => (await import('./commands/merge-command.ts')).mergeCommand,
  },
  {
    name: 'nlu',
    usage: 'nlu score <scenario> [--data FILE.csv] [--seed N] [--json]',
    summary: 'Measures how well people are understood.',
    details: [
      'Without --data it holds samples back in turn and asks what they mean: a score for each intent, what is',
      'confused, samples that say nearly the same, and what would help.',
      '--data FILE.csv   a table with the columns text,intent; the intent "oos" stands for none of them. Prints',
      '                  accuracy, out-of-scope recall and precision, AUROC, and the time it took',
      '--seed N          which samples are held back together (1)',
      'The exit code is 1 when the table names intents the scenario does not have.',
    ],
    load: async () => (await import('./commands/nlu-command.ts')).nluCommand,
  },
];
