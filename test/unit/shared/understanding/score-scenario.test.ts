import { expect, test } from 'vitest';
import type { Document } from '../../../../shared/model/document.ts';
import { compileScenario } from '../../../../shared/program/compile-scenario.ts';
import { scoreScenario, type Progress } from '../../../../shared/understanding/score-scenario.ts';
import type { IntentScore, UnderstandingScore } from '../../../../shared/understanding/score-schema.ts';
import { aScenario } from '../../../builders/a-scenario.ts';

function measure(document: Document, seed = 1): { score: UnderstandingScore; steps: readonly Progress[] } {
  const scoring = scoreScenario(compileScenario(document), seed);
  const steps: Progress[] = [];
  for (let step = scoring.next(); ; step = scoring.next()) {
    if (step.done === true) return { score: step.value, steps };
    steps.push(step.value);
  }
}

const scoreOf = ({ intents }: UnderstandingScore, intentId: string): IntentScore | undefined =>
  intents.find((one) => one.intentId === intentId);

const orders = [
  'where is my order',
  'where is my parcel',
  'track my order',
  'track my parcel please',
  'where is the order now',
];
const refunds = [
  'give me a refund',
  'i want a refund',
  'refund please',
  'refund the money',
  'i want money back refund',
];

const talk = () => aScenario('Shop').withConversation('Orders').withScene('Desk').withTurn('Ask');

test('samples that teach each other are understood when held out, and nothing is found against them', () => {
  const { score } = measure(talk().user('where', { samples: orders }).user('refund', { samples: refunds }).build());
  expect(score).toMatchObject({ tested: 10, rounds: 5, confusions: [], overlaps: [], withoutSamples: 0 });
  expect(scoreOf(score, 'where')?.right).toBeGreaterThanOrEqual(4);
  expect(score.right).toBe(score.intents.reduce((sum, { right }) => sum + right, 0));
});

test('the same design and seed give the same score, whatever was measured before', () => {
  const document = talk().user('where', { samples: orders }).user('refund', { samples: refunds }).build();
  const first = measure(document, 3);
  measure(document, 4);
  expect(measure(document, 3)).toEqual(first);
});

test('progress rises to the whole', () => {
  const { steps } = measure(talk().user('where', { samples: orders }).build());
  expect(steps[0]?.done).toBe(0);
  expect(steps.map(({ done }) => done)).toEqual(steps.map(({ done }) => done).toSorted((left, right) => left - right));
  expect(steps.at(-1)).toEqual({ done: 5, total: 5 });
});

test('a sample of two intents is named, and held out it is taken for the other', () => {
  const document = talk()
    .user('where', { samples: ['track it', 'where is my order', 'find my order'] })
    .user('follow', { samples: ['Track it!', 'follow the van', 'follow the driver'] })
    .build();
  const { score } = measure(document);
  expect(score.overlaps).toEqual([
    {
      kind: 'same',
      left: { intentId: 'where', intent: 'where', sample: 'track it' },
      right: { intentId: 'follow', intent: 'follow', sample: 'Track it!' },
    },
  ]);
  expect(score.confusions).toContainEqual({
    meant: 'where',
    heardAs: 'follow',
    samples: [{ sample: 'track it', confidence: 1, because: 'the same as “Track it!”' }],
  });
  expect(score.suggestions[0]).toEqual({ kind: 'keepOne', sample: 'track it', intentIds: ['where', 'follow'] });
});

test('what is never listened for at the same place is not held against the samples', () => {
  const answers = ['it is {session.number}', 'number {session.number} please', 'take {session.number} then'];
  const document = aScenario('Shop')
    .withAttribute('number', 'int', { example: 7 })
    .withConversation('Orders')
    .withScene('Desk')
    .withTurn('Order', { behaviors: [] })
    .app('which')
    .user('order_number', { samples: answers })
    .withTurn('Phone', { behaviors: [] })
    .app('what')
    .user('phone_number', { samples: answers })
    .build();
  const { score } = measure(document);
  expect([score.overlaps, score.confusions]).toEqual([[], []]);
});

test('a sample that says what a held one says is held with it', () => {
  const { score } = measure(
    talk()
      .user('where', { samples: ['seek', 'Seek', 'umbrella forecast'] })
      .build(),
  );
  expect(scoreOf(score, 'where')).toMatchObject({ samples: 3, tested: 2, right: 0 });
});

test('few samples are asked to become more, unless a rule catches all there is', () => {
  const document = talk()
    .withAttribute('email')
    .user('one', { samples: ['where is my order'] })
    .user('mail', { samples: ['{session.email}'] })
    .user('button')
    .build();
  const { score } = measure(document);
  expect(score.suggestions).toEqual([{ kind: 'addMore', intentId: 'one', have: 1, add: 4 }]);
  expect(score).toMatchObject({ tested: 0, withoutSamples: 1 });
  expect(scoreOf(score, 'mail')).toMatchObject({ samples: 1, rules: 1 });
});

test('intents that somebody else reads are counted and left out', () => {
  const document = aScenario('Shop')
    .withInterpreter('model', {}, { kind: 'llm' })
    .withConversation('Orders', { interpreter: 'model' })
    .withScene('Desk')
    .withTurn('Ask')
    .user('where', { samples: orders })
    .build();
  expect(measure(document).score).toMatchObject({ intents: [], readElsewhere: 1 });
});

test('a scenario without intents has an empty score', () => {
  const { score, steps } = measure(aScenario('Empty').build());
  expect(score).toMatchObject({ intents: [], tested: 0, right: 0, rounds: 0, suggestions: [] });
  expect(steps).toEqual([{ done: 0, total: 0 }]);
});
