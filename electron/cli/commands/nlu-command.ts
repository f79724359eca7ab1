import { jsonOption, type Command, type ExitCode } from '../command.ts';
import type { Arguments } from '../read-arguments.ts';
import { loadScenario } from '../scenario-input.ts';
import type { Terminal } from '../terminal.ts';
import { scoreSamples } from './nlu-samples.ts';
import { scoreTexts } from './nlu-texts.ts';

export const nluCommand: Command = {
  positionals: ['score', 'scenario'],
  options: { ...jsonOption, data: { kind: 'text' }, seed: { kind: 'text' } },
  run: async (given: Arguments, terminal: Terminal): Promise<ExitCode> => {
    const refuse = (sentence: string): 2 => {
      terminal.err(`parley nlu: ${sentence}`);
      return 2;
    };
    if (given.at(0) !== 'score')
      return refuse(`There is no "nlu ${given.at(0)}". Try: parley nlu score <scenario> [--data FILE.csv]`);
    const seed = Number(given.text('seed') ?? 1);
    if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
      return refuse('--seed is a whole number from 0 to 4294967295.');
    const report = { terminal, json: given.flag('json') };
    const loaded = await loadScenario(given.at(1), report);
    if (loaded === null) return 2;
    const data = given.text('data');
    return data === null ? scoreSamples(loaded.document, seed, report) : scoreTexts(loaded.document, data, report);
  },
};
