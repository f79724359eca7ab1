import type { Document } from '../document.ts';
import type { ActionUse, IntentRecord } from '../intent-record.ts';

/** Every use of an action, with the intent it is on. Looks at all intents. */
export function usesOfAction(
  document: Document,
  action: string,
): readonly { readonly intent: IntentRecord; readonly use: ActionUse }[] {
  const uses: { intent: IntentRecord; use: ActionUse }[] = [];
  for (const intent of document.tables.intents.values())
    for (const use of intent.actions) if (use.action === action) uses.push({ intent, use });
  return uses;
}
