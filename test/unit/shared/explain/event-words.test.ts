import { expect, test } from 'vitest';
import { eventWords } from '../../../../shared/explain/event-words.ts';
import type { TraceEvent } from '../../../../shared/engine/trace-event.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { begin, shop, step } from '../../../builders/a-workflow.ts';
import { when } from '../../../builders/conditions.ts';
import { play } from '../../../builders/play.ts';

const nameOf = (id: string): string => id;

test('an exchange reads like a list of what happened', () => {
  const talk = play(
    aScenario()
      .withApiAction('lookUp')
      .withConversation('C')
      .withScene('S')
      .withTurn('T')
      .user('where', { samples: ['where is it'], actions: ['lookUp'] })
      .app('tell', { text: 'It is **in** the `post`.', transition: 'c' }),
  )
    .say('where is it')
    .settle({ outputs: { status: 'sent' }, status: 200 });
  const lines = talk.trace
    .filter(({ exchange }) => exchange === 1)
    .map((event) => eventWords(event, talk.trace, nameOf))
    .map((line) => line.replace(/\d+ %/, '100 %'));
  expect(lines).toEqual([
    'Heard “where is it”',
    'Searched where talks begin for USER intents',
    'Ranked where 100 %',
    'Considered “where” (100 %)',
    'Matched “where” (100 %)',
    'Called lookUp',
    'Waiting for lookUp',
    'lookUp answered 200',
    'Set user.status',
    'Set user.action_success',
    'Set user.lookUp_action_success',
    'Set user.lookUp_status_code',
    'Searched the responses of this turn for APP intents',
    'Considered “tell”',
    'Selected “tell”',
    'Said “It is in the post.”',
    'Moved to “c”',
    'Done',
  ]);
});

test('what was typed is shown as it was typed, with what hides in it', () => {
  const talk = play(aScenario()).say('**not** markdown \u202Egnp.exe\u0000');
  expect(eventWords(talk.event('utterance.received'), talk.trace, nameOf)).toBe(
    'Heard “**not** markdown ⟨U+202E⟩gnp.exe⟨U+0000⟩”',
  );
});

test('values put into a message are not read as markdown', () => {
  const scenario = aScenario()
    .withConversation('C')
    .withScene('S')
    .withTurn('T')
    .user('hi', { samples: ['hi'] })
    .app('answer', { text: 'You are {user.name}.' });
  const talk = play(scenario).edit('user.name', '**Ada** [x](y)').say('hi');
  expect(eventWords(talk.event('message.sent'), talk.trace, nameOf)).toBe('Said “You are **Ada** [x](y).”');
});

test('an interpreter that is asked is told apart from an action', () => {
  const asking = aScenario()
    .withInterpreter('model', {}, { kind: 'llm' })
    .withConversation('C', { interpreter: 'model' })
    .withScene('S')
    .withTurn('T')
    .user('where')
    .app('tell', { text: 'There.' });
  const lines = (talk: ReturnType<typeof play>): string[] =>
    talk.trace.slice(3, 7).map((event) => eventWords(event, talk.trace, nameOf));
  const answer = [{ intentId: 'where', confidence: 0.9 }];
  expect(lines(play(asking).say('hm').interpreted(answer))).toEqual([
    'Asked model',
    'Waiting for model',
    'model answered 200',
    'Ranked where 90 %',
  ]);
  const detail = 'Read by the built-in interpreter in the place of model.';
  expect(lines(play(asking).say('hm').interpreted(answer, { origin: 'mocked', detail }))[2]).toBe(detail);
  const failure = { failure: 'timedOut', detail: 'No answer within 10 s.', outcome: 'failed' } as const;
  expect(lines(play(asking).say('hm').interpreted([], failure)).slice(2)).toEqual([
    'model failed: No answer within 10 s.',
    'Ranked nothing',
  ]);
});

test('the steps of a workflow say which they are', () => {
  const talk = begin(
    shop([step('first', 'look'), step('second', 'pay', { conditions: [when('user.member', 'is_true')] })]),
  );
  talk.settleStep('first');
  const isAboutAction = ({ kind }: TraceEvent): boolean => kind.startsWith('effect.') || kind === 'action.skipped';
  expect(talk.trace.filter(isAboutAction).map((event) => eventWords(event, talk.trace, nameOf))).toEqual([
    'Called flow',
    'Called look at the step “first”',
    'look answered 200',
    'Skipped pay at the step “second”: The conditions of the step “second” do not hold.',
    'flow answered',
  ]);
});
