import type { Command } from '../../../shared/commands/command.ts';
import { planCommand } from '../../../shared/commands/plan-command.ts';
import { planCurlAction } from '../../../shared/exchange/curl/plan-curl-action.ts';
import { readCurl } from '../../../shared/exchange/curl/read-curl.ts';
import type { Studio } from '../../state/studio.ts';

/** A command line for curl becomes an API action in the middle of what is seen, as one step. */
export function addCurlAction({ editor, ui }: Studio, text: string): void {
  const { document } = editor.getState();
  const read = readCurl(text);
  if (!read.ok) return ui.notify('bad', `This curl command could not be read. ${read.failure}`);
  const { changes, integration, secret, notes } = planCurlAction(document, read.value);
  const add: Command = {
    kind: 'action.add',
    actionKind: 'api',
    name: 'callService',
    into: null,
    at: ui.getState().viewCentre,
  };
  const planned = planCommand(document, add);
  if (!planned.ok) return ui.notify('bad', planned.failure.sentence);
  const id = planned.value.diff.find(({ table }) => table === 'actions')?.id ?? '';
  const puts = integration === null ? [] : [{ table: 'integrations', record: integration } as const];
  const commands: Command[] = [
    ...(puts.length === 0 ? [] : [{ kind: 'records.put', label: 'Add integration', puts } as const]),
    add,
    { kind: 'record.update', table: 'actions', id, changes },
  ];
  const added = editor.execute({ kind: 'several', label: 'Add action from curl', commands });
  if (!added.ok) return ui.notify('bad', added.failure.sentence);
  ui.reveal(planned.value.select);
  editor.select(planned.value.select);
  const left = secret === null ? '' : ` Its secret was left out: enter “${secret.name}” under Run > Secrets.`;
  ui.notify('good', `The curl command is an action now.${left} ${notes.join(' ')}`.trim());
}
