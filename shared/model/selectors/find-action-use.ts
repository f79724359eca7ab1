import type { Document } from '../document.ts';
import type { ActionUse, IntentRecord } from '../intent-record.ts';

/** An action use and the intent it is on. */
export function findActionUse(
  document: Document,
  id: string,
): { readonly intent: IntentRecord; readonly use: ActionUse } | undefined {
  const home = document.homes.get(id);
  const intent = home?.table === 'intents' ? document.tables.intents.get(home.record) : undefined;
  const use = intent?.actions.find((one) => one.id === id);
  return intent === undefined || use === undefined ? undefined : { intent, use };
}
