import { parseTraceFile, type Recording } from '../../../shared/runtime/recording-format.ts';
import { replayRecording, type Replay, type TraceDifference } from '../../../shared/runtime/replay.ts';
import { compileWithWords } from '../../worker/compile-with-words.ts';
import { jsonOption, printJson, type Command } from '../command.ts';
import { loadScenario, reportUnusable, type Report } from '../scenario-input.ts';
import { forTerminal } from '../terminal.ts';
import { readText } from '../text-files.ts';

export const replayCommand: Command = {
  positionals: ['scenario', 'trace'],
  options: jsonOption,
  run: async (given, terminal) => {
    const [file, traceFile] = [given.at(0), given.at(1)];
    const report = { terminal, json: given.flag('json') };
    const loaded = await loadScenario(file, report);
    const recording = loaded === null ? null : await loadRecording(traceFile, report);
    if (loaded === null || recording === null) return 2;
    const program = compileWithWords(loaded.document);
    const isSameProgram = recording.program === program.hash;
    const { firstDifference, trace, edits } = replayRecording(program, forProgram(recording, program.hash));
    const isKnown = isSameProgram || edits.some(({ program: hash }) => hash === program.hash);
    if (report.json)
      printJson(terminal, { file, trace: traceFile, events: trace.length, isSameProgram, edits, firstDifference });
    else terminal.out(tell(firstDifference, trace.length, `${isKnown ? '' : editedSince}${editedMeanwhile(edits)}`));
    return firstDifference === null ? 0 : 1;
  },
};

/** That a scenario was edited is told by itself; as a difference it would hide what the edit changed in the talk. */
const forProgram = (recording: Recording, hash: string): Recording =>
  recording.trace === undefined
    ? recording
    : {
        ...recording,
        trace: recording.trace.map((event) => (event.kind === 'session.opened' ? { ...event, program: hash } : event)),
      };

async function loadRecording(path: string, report: Report): Promise<Recording | null> {
  const text = await readText(path);
  if (!text.ok) return reportUnusable(path, [{ pointer: '', sentence: text.failure }], report);
  const parsed = parseTraceFile(text.value);
  if (parsed.ok) return parsed.value;
  // Lines of the file count as a list, so that a pointer can name one.
  const problems = parsed.failure.map(({ line, sentence }) => ({ pointer: `/${line - 1}`, sentence }));
  return reportUnusable(path, problems, report);
}

const editedSince = ' The scenario was edited since the recording.';

/** Nothing else explains why one program cannot give all of a talk that two have led. */
const editedMeanwhile = (edits: Replay['edits']): string =>
  edits.map(({ index }) => ` It was edited during the talk, before event ${index + 1}.`).join('');

function tell(difference: TraceDifference | null, events: number, edited: string): string {
  if (difference === null) return `The same, all ${events} events.${edited}\n`;
  const { index, recorded, replayed } = difference;
  const show = (event: unknown): string => (event === null ? 'nothing any more' : forTerminal(JSON.stringify(event)));
  return `Different from event ${index + 1} on.${edited}\n  recorded: ${show(recorded)}\n  replayed: ${show(replayed)}\n`;
}
