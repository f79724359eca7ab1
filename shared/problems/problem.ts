/** What can be wrong with a design. The number is for good; a code that is retired is not used again. */
export const problemCodes = [
  'P001-unknown-context',
  'P002-nothing-sets-attribute',
  'P003-broken-reference',
  'P004-unmapped-input',
  'P005-transition-to-nothing',
  'P006-unreachable-intent',
  'P007-empty-message',
  'P008-no-message',
  'P009-no-way-to-start',
  'P010-unknown-action',
  'P011-duplicate-action-name',
  'P012-nothing-to-recognise',
  'P013-unknown-virtual-intent',
  'P014-writes-read-only-context',
  'P015-no-mock',
  'P016-broken-pattern',
  'P017-unknown-integration',
  'P018-missing-address',
  'P019-literal-secret',
  'P020-unknown-interpreter',
  'P021-interpreter-without-integration',
  'P022-incomplete-interpreter',
  'P023-unknown-service-intent',
  'P030-block-order',
  'P031-incomplete-block',
  'P032-too-many-buttons',
  'P033-unheard-translation',
  'P034-untranslated-text',
  'P035-mock-misfit',
  'P036-unknown-world',
  'P037-dead-end-message',
  'P040-step-name',
  'P041-broken-expression',
  'P042-unknown-rule-input',
  'P043-endless-workflow',
  'P044-loop-without-list',
  'P045-unknown-in-workflow',
  'P046-broken-moment',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** A finding about the design: shown in the list, as a dot on the canvas, and by `check`. Never thrown. */
export type Problem = {
  readonly code: ProblemCode;
  /** An error stops the talk from working as drawn; a warning may be meant. */
  readonly severity: 'error' | 'warning';
  /** The record, action use or message it is about. */
  readonly ref: string;
  /** The field of that record, for the inspector to point at. */
  readonly field: string;
  /** What is wrong and what to do, in a designer's words. */
  readonly sentence: string;
  /** The same for whoever looks at the field already: what to do there. */
  readonly here?: string;
};
