import type { Document } from '../../../../shared/model/document.ts';
import type { ProblemCode } from '../../../../shared/problems/problem.ts';
import { aScenario, type ScenarioBuilder } from '../../../builders/a-scenario.ts';
import { reference, value } from '../../../builders/conditions.ts';

type Fields = Record<string, unknown>;

/** A small talk whose actions are sound; every case adds one that is not. */
export const withActions = (add: (builder: ScenarioBuilder) => unknown): Document => {
  const builder = aScenario('Shop');
  add(builder);
  return builder
    .withConversation('Orders')
    .withScene('Ask')
    .withTurn('Status')
    .user('hello', { samples: ['hello'] })
    .app('reply', { text: 'Hello.' })
    .build();
};

export const look = { inputs: [{ name: 'id' }], outputs: [{ name: 'total', type: 'int' }], steps: [] };
export const flow = (steps: readonly Fields[], more: Fields = {}): Document =>
  withActions((builder) =>
    builder
      .withAction('calculation', 'look', look)
      .withAction('workflow', 'flow', { inputs: [{ name: 'order' }, { name: 'list', type: 'list' }], steps, ...more }),
  );
export const step = (name: string, from = 'args.order', action = 'look'): Fields => ({
  kind: 'action',
  name,
  action,
  inputs: { id: reference(from) },
});
const calculation = (steps: readonly Fields[]): Document =>
  withActions((builder) =>
    builder.withAction('calculation', 'bill', { inputs: [{ name: 'price', type: 'float' }], steps }),
  );
const validation = (...rules: readonly Fields[]): Document =>
  withActions((builder) =>
    builder.withAction('validation', 'check', { inputs: [{ name: 'age', type: 'int' }], rules }),
  );

export type WorkedOutCase = {
  readonly code: ProblemCode;
  readonly ref: string;
  readonly field: string;
  readonly says: string;
  readonly broken: () => Document;
};

/** The first of each code also stands for it in the list of all problems. */
export const workedOutCases: readonly WorkedOutCase[] = [
  {
    code: 'P040-step-name',
    ref: 'flow',
    field: 'steps.1.name',
    says: '“a” is the name of two steps in flow.',
    broken: () => flow([step('a'), step('a')]),
  },
  {
    code: 'P040-step-name',
    ref: 'bill',
    field: 'steps.0.name',
    says: '“net sum” cannot be read by name in bill.',
    broken: () => calculation([{ name: 'net sum', expression: '1' }]),
  },
  {
    code: 'P040-step-name',
    ref: 'flow',
    field: 'steps.0.branches.1.0.name',
    says: 'A step of flow has no name',
    broken: () => flow([{ kind: 'together', name: '', branches: [[step('a')], [step('')]] }]),
  },
  {
    code: 'P041-broken-expression',
    ref: 'bill',
    field: 'steps.1.expression',
    says: 'The step “total” of bill cannot be worked out, at character 7: There is no input or earlier step called "prise". Did you mean "price"?',
    broken: () =>
      calculation([
        { name: 'net', expression: 'price * 2' },
        { name: 'total', expression: 'net + prise' },
      ]),
  },
  {
    code: 'P041-broken-expression',
    ref: 'bill',
    field: 'steps.0.expression',
    says: 'called "total"',
    broken: () =>
      calculation([
        { name: 'net', expression: 'total' },
        { name: 'total', expression: 'net' },
      ]),
  },
  {
    code: 'P041-broken-expression',
    ref: 'check',
    field: 'rules.0.expression',
    says: 'There is no function "sizze". Did you mean "size"?',
    broken: () => validation({ kind: 'eligible', expression: 'age > 1 || [age].exists(x, sizze(x) > 1)' }),
  },
  {
    code: 'P042-unknown-rule-input',
    ref: 'check',
    field: 'rules.1.input',
    says: 'Rule 2 of check checks “agee”, which is none of its inputs.',
    broken: () => validation({ kind: 'range', input: 'age', minimum: 1 }, { kind: 'range', input: 'agee', minimum: 1 }),
  },
  {
    code: 'P043-endless-workflow',
    ref: 'flow',
    field: 'steps',
    says: 'flow calls itself: flow → other → flow.',
    broken: () =>
      withActions((builder) =>
        builder
          .withAction('workflow', 'flow', { steps: [{ ...step('a', 'args.x', 'other'), inputs: {} }] })
          .withAction('workflow', 'other', { steps: [{ ...step('a', 'args.x', 'flow'), inputs: {} }] }),
      ),
  },
  {
    code: 'P044-loop-without-list',
    ref: 'flow',
    field: 'steps.0.list',
    says: 'The loop “each” of flow has no list to go through.',
    broken: () => flow([{ kind: 'each', name: 'each', list: value(''), steps: [step('a')] }]),
  },
  {
    code: 'P045-unknown-in-workflow',
    ref: 'flow',
    field: 'steps.0.inputs.id',
    says: 'reads {args.oder}, which is no input of the workflow.',
    broken: () => flow([step('a', 'args.oder')]),
  },
  {
    code: 'P045-unknown-in-workflow',
    ref: 'flow',
    field: 'steps.0.branches.1.0.inputs.id',
    says: 'reads {steps.a}, but no earlier step has that name.',
    broken: () => flow([{ kind: 'together', name: 'both', branches: [[step('a')], [step('b', 'steps.a.total')]] }]),
  },
  {
    code: 'P045-unknown-in-workflow',
    ref: 'flow',
    field: 'steps.0.inputs.id',
    says: 'stands in no loop',
    broken: () => flow([step('a', 'loop.item')]),
  },
  {
    code: 'P046-broken-moment',
    ref: 'day',
    field: 'modifier',
    says: 'The modifier of day is not understood at character 10: "nune"',
    broken: () => withActions((builder) => builder.withAction('dateTime', 'day', { modifier: 'tomorrow nune' })),
  },
  {
    code: 'P004-unmapped-input',
    ref: 'flow',
    field: 'steps.0.inputs.id',
    says: 'look needs “id”, but the step “a” of flow does not fill it.',
    broken: () => flow([{ ...step('a'), inputs: {} }]),
  },
  {
    code: 'P010-unknown-action',
    ref: 'flow',
    field: 'steps.0.steps.0.action',
    says: 'The step “a” of flow uses the action “gone”, which does not exist.',
    broken: () =>
      flow([{ kind: 'each', name: 'each', list: reference('args.list'), steps: [{ ...step('a'), action: 'gone' }] }]),
  },
  {
    code: 'P016-broken-pattern',
    ref: 'check',
    field: 'rules.0.pattern',
    says: 'cannot be used',
    broken: () => validation({ kind: 'pattern', input: 'age', pattern: '(' }),
  },
];
