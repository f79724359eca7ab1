import { assertNever } from '../../../shared/base/assert-never.ts';
import type { Document } from '../../../shared/model/document.ts';
import { scoreScenario } from '../../../shared/understanding/score-scenario.ts';
import type { Suggestion, UnderstandingScore } from '../../../shared/understanding/score-schema.ts';
import { compileWithWords } from '../../worker/compile-with-words.ts';
import { printJson, type ExitCode } from '../command.ts';
import type { Report } from '../scenario-input.ts';
import { forTerminal } from '../terminal.ts';

/** Holds samples of the scenario back in turn, and asks what they mean: how well the others teach. */
export function scoreSamples(document: Document, seed: number, { terminal, json }: Report): ExitCode {
  const steps = scoreScenario(compileWithWords(document), seed);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  if (json) printJson(terminal, step.value);
  else terminal.out(forTerminal(describe(step.value)));
  return 0;
}

const mostListed = 20;

function describe(score: UnderstandingScore): string {
  const { tested, right, rounds, intents, confusions, overlaps, suggestions } = score;
  if (tested === 0) return 'No intent has two samples: there is nothing to hold back.\n';
  const scores = intents
    .filter((one) => one.tested > 0)
    .toSorted((left, right) => left.right / left.tested - right.right / right.tested)
    .map((one) => `${one.intentId}: ${one.right} of ${one.tested}, ${one.missed.length} understood by nobody`);
  return [
    `${right} of ${tested} samples were understood while they were held back, in ${rounds} rounds.`,
    ...section('Each intent, weakest first', scores),
    ...section(
      'Confused',
      confusions.map(
        ({ meant, heardAs, samples }) =>
          `${meant}, heard as ${heardAs}: ${samples.map(({ sample }) => `“${sample}”`).join(', ')}`,
      ),
    ),
    ...section(
      'Nearly the same samples',
      overlaps.map(
        ({ left, right }) => `“${left.sample}” (${left.intentId}) and “${right.sample}” (${right.intentId})`,
      ),
    ),
    ...section('What would help', suggestions.map(adviceOf)),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const left = lines.length - mostListed;
  return [
    '',
    title,
    ...lines.slice(0, mostListed).map((line) => `  ${line}`),
    ...(left > 0 ? [`  and ${left} more`] : []),
  ];
}

function adviceOf(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case 'keepOne':
      return `Keep “${suggestion.sample}” with one of ${suggestion.intentIds.join(' and ')}.`;
    case 'tellApart':
      return `Give ${suggestion.intentIds.join(' and ')} samples that differ more: confused ${suggestion.times} times.`;
    case 'addMore':
      return `Add ${suggestion.add} more to the samples of ${suggestion.intentId}: it has ${suggestion.have}.`;
    case 'vary':
      return `Say ${suggestion.intentId} in other words: “${suggestion.missed}” was understood by nobody.`;
    default:
      return assertNever(suggestion);
  }
}
