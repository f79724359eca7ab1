import { fail, succeed, type Result } from '../../shared/base/result.ts';
import type { Command, Point } from '../../shared/commands/command.ts';
import { planCommand } from '../../shared/commands/plan-command.ts';
import { planCurlAction } from '../../shared/exchange/curl/plan-curl-action.ts';
import { readCurl } from '../../shared/exchange/curl/read-curl.ts';
import type { Document } from '../../shared/model/document.ts';
import type { IntentId } from '../../shared/model/ids.ts';

export type CurlAction = {
  readonly make: (at: Point) => Command;
  /** What is to be known of it: what was left out, and where a secret belongs. */
  readonly says: string;
};

/** A command line for curl as an API call, on an intent or on the canvas, as one step. The failure is a sentence. */
export function curlCommand(
  document: Document,
  text: string,
  name: string,
  into: IntentId | null = null,
): Result<CurlAction, string> {
  const read = readCurl(text);
  if (!read.ok) return fail(read.failure);
  const { changes, integration, secret, notes } = planCurlAction(document, read.value);
  const addAt = (at: Point): Command => {
    const add = { kind: 'action.add', actionKind: 'api', name, into } as const;
    return into === null ? { ...add, at } : add;
  };
  const planned = planCommand(document, addAt({ x: 0, y: 0 }));
  if (!planned.ok) return fail(planned.failure.sentence);
  const id = planned.value.diff.find(({ table }) => table === 'actions')?.id ?? '';
  const puts = integration === null ? [] : [{ table: 'integrations', record: integration } as const];
  const make = (at: Point): Command => ({
    kind: 'several',
    label: 'Add action from curl',
    commands: [
      ...(puts.length === 0 ? [] : [{ kind: 'records.put', label: 'Add integration', puts } as const]),
      addAt(at),
      { kind: 'record.update', table: 'actions', id, changes },
    ],
  });
  const left = secret === null ? '' : ` Its secret was left out: enter “${secret.name}” under Run > Secrets.`;
  return succeed({ make, says: `${left} ${notes.join(' ')}`.trim() });
}

/** `https://api.example.com/orders/17?lang=en` is named `orders`: after the last part of its path that is a word. */
export function nameOfAddress(address: string): string {
  const [, host = '', path = ''] = /^https?:\/\/([^/?#]*)([^?#]*)/i.exec(address) ?? [];
  const word = path.split('/').findLast((part) => /^[A-Za-z][\w-]*$/.test(part));
  return word ?? host.split('.').at(-2) ?? 'callService';
}
