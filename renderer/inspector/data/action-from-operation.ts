import { invariant } from '../../../shared/base/invariant.ts';
import type { Command, Point } from '../../../shared/commands/command.ts';
import { planCommand } from '../../../shared/commands/plan-command.ts';
import { requestSchema, type RequestTemplate } from '../../../shared/model/action-kinds.ts';
import type { Document } from '../../../shared/model/document.ts';
import type { IntegrationRecord, Operation } from '../../../shared/model/integration-record.ts';

/** What makes an action of an operation, as one step, and the id it will have. */
export function actionFromOperation(
  document: Document,
  { id: integration }: IntegrationRecord,
  { name, description, method, path }: Operation,
  at: Point,
): { readonly command: Command; readonly action: string } {
  const add: Command = { kind: 'action.add', actionKind: 'api', name: name || 'newAction', into: null, at };
  // Planning says which id is free, and does nothing.
  const plan = planCommand(document, add);
  const action = plan.ok ? plan.value.diff.find(({ table }) => table === 'actions')?.id : undefined;
  invariant(action !== undefined, 'an action can always be added to the canvas');
  const request = requestSchema.parse({ integration, method, path }) as RequestTemplate;
  const changes = { description, request };
  const fill: Command = { kind: 'record.update', table: 'actions', id: action, changes };
  return { command: { kind: 'several', label: 'Add action', commands: [add, fill] }, action };
}
