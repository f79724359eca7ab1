import { initialContexts } from './initial-values.ts';
import { setAttribute } from './set-attribute.ts';
import type { StepDraft } from './step-draft.ts';

/** Seconds of silence before now, when they are more than a session lasts; else null. */
export function idleTooLong(draft: StepDraft): number | null {
  const { sessionLifetime } = draft.program.settings;
  if (sessionLifetime === null || draft.heardAt === null) return null;
  const idle = (draft.at - draft.heardAt) / 1000;
  return idle > sessionLifetime ? idle : null;
}

/** What lasts for a session only goes back to what it was at the start. The talk stays where it is. */
export function expireSession(draft: StepDraft, idle: number, cause: number): void {
  const lifetime = draft.program.settings.sessionLifetime ?? 0;
  const expired = draft.emit({ ...draft.event(null, cause), kind: 'session.expired', idleSeconds: idle, lifetime });
  const written = { origin: 'default', source: null, ref: null, cause: expired } as const;
  for (const { name, lasting, values } of initialContexts(draft.program)) {
    if (lasting) continue;
    const stale = Object.keys(draft.contexts[name] ?? {}).filter((attribute) => !Object.hasOwn(values, attribute));
    for (const attribute of stale) setAttribute(draft, { context: name, attribute }, null, written);
    for (const [attribute, value] of Object.entries(values)) {
      setAttribute(draft, { context: name, attribute }, value, written);
    }
  }
}
