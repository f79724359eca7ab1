import type { Rule } from './rule.ts';

/** A virtual intent names a USER intent id; if there is none, the engine says something nobody listens for. */
export const unknownVirtualIntent: Rule = (document) => {
  const said = new Set<string>();
  for (const intent of document.tables.intents.values()) if (intent.speaker === 'USER') said.add(intent.intentId);
  return [...document.tables.intents.values()]
    .filter((intent) => intent.virtualIntent !== null && !said.has(intent.virtualIntent))
    .map((intent) => ({
      code: 'P013-unknown-virtual-intent',
      severity: 'error',
      ref: intent.id,
      field: 'virtualIntent',
      sentence: `“${intent.name}” continues with “${intent.virtualIntent}”, but no USER intent has that id.`,
    }));
};
