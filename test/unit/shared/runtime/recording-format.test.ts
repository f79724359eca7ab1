import { describe, expect, test } from 'vitest';
import { compileScenario } from '../../../../shared/program/compile-scenario.ts';
import {
  editLine,
  eventLine,
  inputLine,
  parseTraceFile,
  traceHeaderLine,
  type Recording,
} from '../../../../shared/runtime/recording-format.ts';
import { replayRecording } from '../../../../shared/runtime/replay.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { opening, play } from '../../../builders/play.ts';
import { need } from '../../../builders/need.ts';

const talk = play(
  aScenario()
    .withApiAction('look', { outputs: ['found'] })
    .withConversation('A')
    .withScene('s')
    .withTurn('t', { behaviors: ['STARTING', 'OPEN'] })
    .user('ask', { actions: ['look'] })
    .app('tell', { text: '{found}' }),
)
  .press('ask')
  .settle({
    outputs: { found: 'zwölf\u2028' },
    request: { method: 'GET', url: 'http://x/', headers: { b: '1', a: '2' }, body: '' },
  })
  .edit('user.x', [1, { y: null }]);
const recording: Recording = {
  format: 'parley.recording',
  version: 1,
  program: talk.program.hash,
  open: opening,
  inputs: talk.inputs,
  trace: talk.trace,
};
const file = traceHeaderLine(recording) + talk.inputs.map(inputLine).join('') + talk.trace.map(eventLine).join('');

describe('a trace file', () => {
  test('gives back the recording it was written from', () => {
    const read = parseTraceFile(file);
    expect(read).toEqual({ ok: true, value: recording });
    expect(replayRecording(talk.program, need(read.ok ? read.value : null)).firstDifference).toBeNull();
  });

  test('keeps where the scenario was edited among the inputs', () => {
    const [first = '', ...rest] = talk.inputs.map(inputLine);
    const read = parseTraceFile(
      [traceHeaderLine(recording), first, editLine('abc'), ...rest, editLine('def')].join(''),
    );
    expect(read).toMatchObject({
      ok: true,
      value: {
        inputs: talk.inputs,
        edits: [
          { after: 1, program: 'abc' },
          { after: talk.inputs.length, program: 'def' },
        ],
      },
    });
  });

  test('begins with its format and version', () => {
    expect(file.startsWith('{"format":"parley.trace","version":1,"program":')).toBe(true);
  });

  test('that goes on from a session reads it as closely as a session file', () => {
    const resumed = { ...recording, resumed: talk.state };
    expect(parseTraceFile(traceHeaderLine(resumed))).toMatchObject({ ok: true, value: { resumed: talk.state } });
    const damaged = traceHeaderLine({ ...resumed, resumed: { ...talk.state, seq: -1 } });
    expect(parseTraceFile(damaged)).toEqual({
      ok: false,
      failure: [{ line: 1, sentence: 'The session this trace goes on from is damaged, so it cannot be run again.' }],
    });
  });

  test('may end in the middle of a line', () => {
    const read = parseTraceFile(file.slice(0, -5));
    expect(read.ok && read.value.trace?.length).toBe(talk.trace.length - 1);
  });

  test('shows where a replay differs', () => {
    const other = talk.trace.map((event) => (event.kind === 'message.sent' ? { ...event, blocks: [] } : event));
    const { firstDifference } = replayRecording(talk.program, { ...recording, trace: other });
    expect(firstDifference).toMatchObject({
      recorded: { kind: 'message.sent', blocks: [] },
      replayed: { kind: 'message.sent', blocks: [{ text: expect.any(String) as string }] },
    });
    expect(
      replayRecording(talk.program, { ...recording, trace: talk.trace.slice(0, -1) }).firstDifference,
    ).toMatchObject({ index: talk.trace.length - 1, recorded: null });
  });

  test.each([
    ['nothing', '', 1, 'This is not a Parley trace'],
    ['another format', '{"format":"parley.scenario","version":1}\n', 1, 'This is not a Parley trace'],
    [
      'a newer version',
      '{"format":"parley.trace","version":2}\n',
      1,
      'This trace has version 2; this Parley reads version 1.',
    ],
    [
      'a header without its session',
      '{"format":"parley.trace","version":1,"program":"x"}\n',
      1,
      'This is not a Parley trace',
    ],
    ['a broken line', `${traceHeaderLine(recording)}{"input":\n`, 2, 'neither an input nor an event'],
    [
      'an unknown input',
      `${traceHeaderLine(recording)}\n{"input":{"kind":"user.sang","at":1}}\n`,
      3,
      'neither an input nor an event',
    ],
    ['prose', 'Dear diary,\n', 1, 'This is not a Parley trace'],
  ])('that is %s says so', (_what, text, line, sentence) => {
    const read = parseTraceFile(text);
    expect(read).toMatchObject({
      ok: false,
      failure: [{ line, sentence: expect.stringContaining(sentence) as string }],
    });
  });
});

test('a session on an edited scenario shows the first event that changed', () => {
  const edited = compileScenario(aScenario().withConversation('A').withScene('s').withTurn('t').user('other').build());
  expect(replayRecording(edited, recording).firstDifference?.index).toBe(0);
  expect(replayRecording(edited, { ...recording, inputs: [] }).trace).toHaveLength(1);
});
