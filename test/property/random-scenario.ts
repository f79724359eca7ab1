import type { Json } from '../../shared/base/json.ts';
import { nextRandom, type Seed } from '../../shared/base/seeded-random.ts';
import { attributeTypes } from '../../shared/model/attribute-type.ts';
import { operations, type Condition } from '../../shared/model/condition.ts';
import type { WorkflowStep } from '../../shared/model/action-kinds.ts';
import type { Document } from '../../shared/model/document.ts';
import type { ActionId } from '../../shared/model/ids.ts';
import type { Operand } from '../../shared/model/operand.ts';
import { aScenario, type ScenarioBuilder } from '../builders/a-scenario.ts';
import type { IntentOptions, UseOptions } from '../builders/scenario-parts.ts';

/** Few names, so that whatever is drawn fits something else that was drawn. */
export const vocabulary = {
  intents: [
    'hello',
    'order',
    'refund',
    'and_then',
    'intent.core.NoMatch',
    'intent.core.SceneNoMatch',
    'intent.core.TurnNoMatch',
    'intent.core.restart',
    'intent.core.welcome',
    'intent.core.sessionExpired',
  ],
  texts: [
    'hello there',
    'where is my order A-17',
    'give me 12 back',
    'yes',
    'no',
    '__proto__',
    '{user.name} <b>',
    '',
    '🦊 ok',
  ],
  references: [
    'user.name',
    'session.code',
    'count',
    'shop.basket',
    'user.basket.items[0].price',
    'user.list | count',
    'global.limit',
    'conversation.current_turn',
    'history.transcript',
    '_intent.name',
    'secret.key',
    'nowhere.name',
    'user.__proto__',
    'broken..',
  ],
  values: [null, true, 0, 17, 'A-17', '18', '', ['a', 'b'], { items: [{ price: 9 }] }] as readonly Json[],
} as const;

/** A random but repeatable choice. */
export class Dice {
  #seed: Seed;

  constructor(seed: Seed) {
    this.#seed = seed;
  }

  below(limit: number): number {
    const { value, seed } = nextRandom(this.#seed);
    this.#seed = seed;
    return Math.floor(value * limit);
  }

  chance(share: number): boolean {
    return this.below(1000) < share * 1000;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  times<Item>(most: number, make: (index: number) => Item): Item[] {
    return Array.from({ length: this.below(most + 1) }, (_, index) => make(index));
  }
}

/** Any scenario the schemas allow: sensible in places, nonsense in others, always the same for a seed. */
export function randomScenario(seed: Seed): Document {
  const dice = new Dice(seed);
  const builder = aScenario('Random', {
    sessionLifetime: dice.chance(0.3) ? 120 : null,
    strict: dice.chance(0.2),
    typedEmpty: dice.chance(0.2),
    conditions: dice.chance(0.05) ? conditions(dice) : [],
  });
  for (const name of ['name', 'count', 'basket', 'list']) {
    builder.withAttribute(name, dice.pick(attributeTypes), { sensitive: dice.chance(0.1) });
  }
  builder.withContext('shop', {
    lifetime: dice.pick(['user', 'session', 'constant']),
    values: { basket: dice.pick(vocabulary.values) },
  });
  builder.withContext('global', { lifetime: 'constant', values: { limit: 18 } });
  builder.withInterpreter('other', { go: 'order' });
  // Asked ones are in every second scenario, so that the others stay as quick as they were.
  const isAsked = dice.chance(0.5);
  builder.withInterpreter('model', { go: 'refund' }, { kind: isAsked ? 'llm' : 'embedded' });
  builder.withInterpreter('desk', {}, { kind: isAsked ? 'lex' : 'embedded' });
  addActions(builder, dice);
  const shape = Array.from({ length: 1 + dice.below(3) }, () =>
    Array.from({ length: 1 + dice.below(2) }, () => 1 + dice.below(3)),
  );
  const targets = shape.flatMap((scenes, conversation) => [
    `c${conversation}`,
    ...scenes.flatMap((turns, scene) => [
      `c${conversation}s${scene}`,
      ...Array.from({ length: turns }, (_, turn) => `c${conversation}s${scene}t${turn}`),
    ]),
  ]);
  for (const [conversation, scenes] of shape.entries()) {
    builder.withConversation(`c${conversation}`, level(dice));
    for (const [scene, turns] of scenes.entries()) {
      builder.withScene(`c${conversation}s${scene}`, level(dice));
      for (let turn = 0; turn < turns; turn += 1) addTurn(builder, dice, `c${conversation}s${scene}t${turn}`, targets);
    }
  }
  return builder.build();
}

function addActions(builder: ScenarioBuilder, dice: Dice): void {
  const onFailure = (): { message: string; transition: null | { turn: never } } | null =>
    dice.chance(0.3)
      ? {
          message: dice.chance(0.5) ? 'Failed for {user.name}.' : '',
          transition: dice.chance(0.3) ? { turn: 'c0s0t0' as never } : null,
        }
      : null;
  builder.withApiAction('look', {
    enabled: dice.chance(0.95),
    inputs: ['code', { name: 'count', type: dice.pick(attributeTypes), required: dice.chance(0.3) }],
    outputs: { found: dice.pick(attributeTypes), basket: 'json' },
    confirmation: {
      when: dice.pick(['never', 'never', 'always', 'condition'] as const),
      conditions: conditions(dice),
      question: dice.pick(['', 'Sure, {user.name}?']),
    },
    permissionLevel: dice.chance(0.1) ? 2 : 0,
    onFailure: onFailure(),
  });
  builder.withSetAttributesAction(
    'note',
    { [dice.pick(vocabulary.references)]: operand(dice), 'session.code': operand(dice) },
    { onFailure: onFailure() },
  );
  addWorkflows(builder, dice);
}

function addWorkflows(builder: ScenarioBuilder, dice: Dice): void {
  builder.withAction('calculation', 'sum', {
    inputs: [{ name: 'count', type: 'int', required: false }],
    outputs: [{ name: 'found', type: 'json' }],
    steps: [{ name: 'found', expression: dice.pick(['default(count, 1) * 2', 'count + 1', '[count, code', 'now']) }],
  });
  for (const name of ['flow', 'inner'])
    builder.withAction('workflow', name, {
      inputs: [
        { name: 'code', required: dice.chance(0.5) },
        { name: 'list', type: 'json', required: false, sensitive: dice.chance(0.2) },
      ],
      outputs: [
        { name: 'found', type: 'json', from: dice.pick(['steps', 'steps.a.found', '@']) },
        { name: 'basket', type: 'json', from: 'steps.b' },
      ],
      steps: workflowSteps(dice),
      confirmation: { when: dice.chance(0.1) ? 'always' : 'never' },
      onFailure: dice.chance(0.3) ? { message: 'No luck.', outputs: { found: dice.pick(vocabulary.values) } } : null,
    });
}

const inWorkflow = [
  'args.code',
  'args.list',
  'steps.a.found',
  'steps.b',
  'steps.c[0].a.found',
  'loop.item',
  'loop.index',
];
const stepOperand = (dice: Dice): Operand =>
  dice.chance(0.6) ? { kind: 'reference', reference: dice.pick(inWorkflow) } : operand(dice);

function workflowSteps(dice: Dice, depth = 0): WorkflowStep[] {
  return Array.from({ length: 1 + dice.below(3) }, (): WorkflowStep => {
    const name = dice.pick(['a', 'b', 'c', 'd']);
    if (depth < 2 && dice.chance(0.2))
      return {
        kind: 'each',
        name,
        list: stepOperand(dice),
        limit: dice.pick([1, 3, 50]),
        steps: workflowSteps(dice, depth + 1),
      };
    if (depth < 2 && dice.chance(0.3))
      return { kind: 'together', name, branches: [0, 1].map(() => workflowSteps(dice, depth + 1)) };
    return {
      kind: 'action',
      name,
      action: dice.pick(['look', 'look', 'look', 'note', 'sum', 'inner', 'gone']) as ActionId,
      inputs: {
        code: dice.chance(0.6) ? { kind: 'value', value: 'c-2' } : stepOperand(dice),
        count: stepOperand(dice),
        list: stepOperand(dice),
      },
      conditions: dice.chance(0.2) ? conditions(dice) : [],
      stopOnFailure: dice.chance(0.6),
    };
  });
}

const level = (dice: Dice): { behaviors: ('STARTING' | 'OPEN' | 'COMPLETING')[]; conditions: Condition[] } => ({
  behaviors: (['STARTING', 'OPEN', 'COMPLETING'] as const).filter((behavior) =>
    dice.chance({ STARTING: 0.9, OPEN: 0.6, COMPLETING: 0.05 }[behavior]),
  ),
  conditions: dice.chance(0.1) ? conditions(dice) : [],
});

function addTurn(builder: ScenarioBuilder, dice: Dice, name: string, targets: readonly string[]): void {
  builder.withTurn(name, {
    ...level(dice),
    validOrigins: dice.times(2, () => dice.pick([...vocabulary.intents, ...targets])),
  });
  const options = (): IntentOptions => intent(dice, targets);
  for (const intentId of dice.times(3, () => dice.pick(vocabulary.intents))) {
    builder.user(intentId, { ...options(), bucket: dice.chance(0.75) ? 'request' : 'response' });
  }
  for (const intentId of ['tell', ...dice.times(1, () => 'ask')]) {
    const virtualIntent = dice.chance(0.25) ? dice.pick(vocabulary.intents) : null;
    builder.app(intentId, { ...options(), bucket: dice.chance(0.75) ? 'response' : 'request', virtualIntent });
  }
}

function intent(dice: Dice, targets: readonly string[]): IntentOptions {
  return {
    behaviors: dice.chance(0.15) ? ['COMPLETING'] : [],
    conditions: dice.chance(0.2) ? conditions(dice) : [],
    interpreter: dice.chance(0.3) ? dice.pick(['other', 'missing', 'model', 'model', 'desk']) : null,
    samples: dice.times(2, () =>
      dice.pick(['hello there', 'where is my order {session.code}', 'give me {count} back', '{user.name}']),
    ),
    confidence: dice.pick([0, 0.3, 0.5, 0.5, 1]),
    expects: dice.times(2, () => dice.pick(vocabulary.references)),
    listensFor: dice.times(1, () => dice.pick(['tell', 'ask'])),
    sets: Object.fromEntries(dice.times(2, () => [dice.pick(vocabulary.references), operand(dice)])),
    actions: dice.times(2, () => use(dice)),
    messages: dice.times(3, () => message(dice)),
    transition: dice.chance(0.3) ? dice.pick(targets) : null,
  };
}

const use = (dice: Dice): UseOptions => ({
  action: dice.pick(['look', 'look', 'look', 'note', 'note', 'flow', 'flow', 'flow', 'gone']),
  inputs: {
    code: dice.chance(0.7) ? { kind: 'value', value: 'c-1' } : operand(dice),
    count: operand(dice),
    list: dice.chance(0.5) ? { kind: 'value', value: ['x', 'y', { items: [1] }] } : operand(dice),
  },
  outputs: dice.chance(0.5) ? { found: dice.pick(vocabulary.references) } : {},
});

const message = (dice: Dice): NonNullable<IntentOptions['messages']>[number] => ({
  conditions: dice.chance(0.3) ? conditions(dice) : [],
  text: dice.pick(['Hi.', '{user.name} and {shop.basket.items[0].price | ordinal}', '{broken', '{history.transcript}']),
  ...(dice.chance(0.3)
    ? { buttons: [{ text: '{name}', callback: dice.pick(vocabulary.intents), value: 'name.{name}' }] }
    : {}),
});

const operand = (dice: Dice): Operand =>
  dice.chance(0.5)
    ? { kind: 'reference', reference: dice.pick(vocabulary.references) }
    : { kind: 'value', value: dice.pick(vocabulary.values) };

function conditions(dice: Dice, depth = 0): Condition[] {
  return dice.times(2, (): Condition => {
    if (depth < 2 && dice.chance(0.25))
      return { kind: 'group', match: dice.pick(['all', 'any', 'none']), conditions: conditions(dice, depth + 1) };
    const test = { kind: 'test' as const, operation: dice.pick(operations), left: operand(dice) };
    return dice.chance(0.8) ? { ...test, right: operand(dice), upper: operand(dice) } : test;
  });
}
