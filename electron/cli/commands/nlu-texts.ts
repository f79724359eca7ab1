import { entityKind } from '../../../shared/interpret/entities/entity-kind.ts';
import { isSlot, readPattern } from '../../../shared/interpret/sample-pattern.ts';
import { measureTexts, type Measurement } from '../../../shared/interpret/workbench/measure-texts.ts';
import {
  outOfScope,
  readLabelledTexts,
  type LabelledText,
} from '../../../shared/interpret/workbench/read-labelled-texts.ts';
import type { Document } from '../../../shared/model/document.ts';
import { ProgramIntent, type Program } from '../../../shared/program/program.ts';
import { heardIntents, readersOf, scopeOf } from '../../../shared/understanding/heard-intents.ts';
import { chosenOf, rankHeard } from '../../../shared/understanding/rank-heard.ts';
import { systemClock } from '../../host/effects/system-clock.ts';
import { compileWithWords } from '../../worker/compile-with-words.ts';
import { printJson, type ExitCode } from '../command.ts';
import { reportUnusable, type Report } from '../scenario-input.ts';
import { onOneLine } from '../terminal.ts';
import { readText } from '../text-files.ts';

type Timing = { readonly trainingMilliseconds: number; readonly microsecondsPerText: number };

/** Asks every text of a table what it means among all intents of the scenario, and compares. */
export async function scoreTexts(document: Document, file: string, report: Report): Promise<ExitCode> {
  const rows = await readTable(file, report);
  if (rows === null) return 2;
  const program = compileWithWords(document);
  const { heard } = heardIntents(program, program.intents.values());
  const known = new Set(heard.map(({ intentId }) => intentId));
  const strangers = new Set(
    rows.map(({ intent }) => intent).filter((intent) => intent !== outOfScope && !known.has(intent)),
  );
  for (const intent of strangers)
    report.terminal.err(
      onOneLine(`${file}: : No intent of the scenario has the id "${intent}"; its texts are left out.`),
    );
  const used = rows.filter(({ intent }) => !strangers.has(intent));
  const { measurement, timing } = measure(program, used);
  if (report.json) printJson(report.terminal, { file, ...measurement, ...timing, unknownIntents: [...strangers] });
  else report.terminal.out(describe(measurement, timing));
  return strangers.size === 0 ? 0 : 1;
}

async function readTable(file: string, report: Report): Promise<readonly LabelledText[] | null> {
  const text = await readText(file);
  if (!text.ok) return reportUnusable(file, [{ pointer: '', sentence: text.failure }], report);
  const rows = readLabelledTexts(text.value);
  if (rows.ok) return rows.value;
  const problems = rows.failure.map(({ line, sentence }) => ({ pointer: `line ${line}`, sentence }));
  return reportUnusable(file, problems, report);
}

/**
 * All intents are asked at once, as no talk would ask them. A sample that takes whatever is said belongs to one place in
 * the talk; here it would take every text, so it is left out.
 */
function withoutCatchAll(program: Program, intent: ProgramIntent): ProgramIntent {
  const takesAnything = (sample: string): boolean => {
    const [item, ...more] = readPattern(sample).items;
    if (item === undefined || more.length > 0 || !isSlot(item)) return false;
    const kind = entityKind({ name: item.attribute, type: program.attributeTypes.get(item.attribute) ?? 'string' });
    return kind === 'text' || kind === 'name';
  };
  const samples = intent.record.samples.filter((sample) => !takesAnything(sample));
  return new ProgramIntent(intent.turn, { ...intent.record, samples }, intent.interpreter);
}

function measure(program: Program, rows: readonly LabelledText[]): { measurement: Measurement; timing: Timing } {
  const { heard } = heardIntents(program, program.intents.values());
  const thresholds = new Map(heard.map(({ intentId, threshold }) => [intentId, threshold]));
  const started = systemClock.elapsed();
  const asked = heard.flatMap(({ intents }) => intents.map((intent) => withoutCatchAll(program, intent)));
  const readers = readersOf(program, scopeOf(asked));
  // A classifier learns when it is first asked.
  for (const { samples } of readers) samples.classifier();
  const trained = systemClock.elapsed();
  const measurement = measureTexts(rows, (text) => {
    const ranking = rankHeard(readers, text);
    const chosen = chosenOf(ranking, (intentId) => thresholds.get(intentId));
    const best = chosen ?? ranking[0];
    return { intentId: best?.intentId ?? null, confidence: best?.confidence ?? 0, isSure: chosen !== undefined };
  });
  return {
    measurement,
    timing: {
      trainingMilliseconds: rounded(trained - started),
      microsecondsPerText: rounded(
        fastestPass(() => rows.forEach(({ text }) => rankHeard(readers, text))) / Math.max(1, rows.length),
      ),
    },
  };
}

const passes = 5;

/** Microseconds of the fastest of some passes: the first ones still compile, and a busy machine disturbs some. */
function fastestPass(pass: () => void): number {
  const timings = Array.from({ length: passes }, () => {
    const before = systemClock.elapsed();
    pass();
    return systemClock.elapsed() - before;
  });
  return Math.min(...timings) * 1000;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
const percent = (share: number | null): string => (share === null ? 'no such texts' : `${(share * 100).toFixed(1)} %`);
const mostMistakes = 10;

function describe(measurement: Measurement, { trainingMilliseconds, microsecondsPerText }: Timing): string {
  const { texts, unrelated, intents, mistakes, auroc } = measurement;
  const rows = [
    ['accuracy', `${percent(measurement.accuracy)} of ${texts} texts have the right best answer`],
    ['answered', `${percent(measurement.answered)} right and sure enough`],
    ['out-of-scope recall', `${percent(measurement.outOfScopeRecall)} of ${unrelated} refused`],
    ['out-of-scope precision', `${percent(measurement.outOfScopePrecision)} of the refused mean nothing here`],
    ['AUROC', auroc === null ? 'no such texts' : auroc.toFixed(3)],
    ['training', `${trainingMilliseconds} ms`],
    ['each text', `${microsecondsPerText} µs`],
  ];
  const weakest = intents
    .filter(({ right, texts: own }) => right < own)
    .toSorted((left, right) => left.right / left.texts - right.right / right.texts)
    .map(({ intentId, right, texts: own }) => `  ${intentId}: ${right} of ${own}`);
  const confused = mistakes
    .slice(0, mostMistakes)
    .map(({ meant, heardAs, times, example }) => `  ${meant}, heard as ${heardAs}: ${times}, for example “${example}”`);
  return [
    ...rows.map(([name = '', value]) => `${name.padEnd(24)}${value}`),
    ...section('Right answers, weakest intents first', weakest),
    ...section('Most frequent mistakes', confused),
    '',
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map(onOneLine)];
