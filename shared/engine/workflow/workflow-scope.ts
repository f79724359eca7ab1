import type { Json, JsonObject } from '../../base/json.ts';
import type { Reference, ReferenceTarget } from '../../reference/reference.ts';

/** What one step of a workflow can read beside the contexts of the talk: `args`, `steps`, and in a loop `loop`. */
export type WorkflowScope = {
  readonly args: JsonObject;
  /** Names of arguments nobody may read. */
  readonly hiddenArgs: ReadonlySet<string>;
  readonly steps: ReadonlyMap<string, StepValue>;
  readonly loop: { readonly item: Json; readonly index: number; readonly hidden: boolean } | null;
};

/** What a step gave. `hidden` are the outputs nobody may read. */
export type StepValue = { readonly value: Json; readonly hidden: ReadonlySet<string> };

/** The value; undefined for a context that no workflow has. */
export function readWorkflow(scope: WorkflowScope, context: string, attribute: string): Json | undefined {
  switch (context) {
    case 'args':
      return Object.hasOwn(scope.args, attribute) ? (scope.args[attribute] ?? null) : null;
    case 'steps':
      return scope.steps.get(attribute)?.value ?? null;
    case 'loop':
      if (scope.loop === null) return null;
      return attribute === 'item' ? scope.loop.item : attribute === 'index' ? scope.loop.index : null;
    default:
      return undefined;
  }
}

/** Whether a reference is to something of the workflow, whose values say themselves what they are. */
export const isOfWorkflow = ({ context }: ReferenceTarget): boolean =>
  context === 'args' || context === 'steps' || context === 'loop';

/** Whether a reference shows a value of the workflow that nobody may read. */
export function hidesInWorkflow(scope: WorkflowScope, reference: Reference): boolean {
  const targets = reference.filters.flatMap(({ args }) =>
    args.flatMap((arg) => (arg.kind === 'reference' ? [arg.target] : [])),
  );
  return [reference, ...targets].some((target) => hides(scope, target));
}

function hides(scope: WorkflowScope, { context, attribute, path }: ReferenceTarget): boolean {
  if (context === 'args') return scope.hiddenArgs.has(attribute);
  if (context === 'loop') return attribute === 'item' && scope.loop?.hidden === true;
  const hidden = context === 'steps' ? scope.steps.get(attribute)?.hidden : undefined;
  if (hidden === undefined || hidden.size === 0) return false;
  // Behind a position in a list stands a whole round of the loop.
  return typeof path[0] !== 'string' || hidden.has(path[0]) || path.some((part) => typeof part === 'number');
}
