import type { AuditLog } from '../audit/audit-log.ts';
import { createHandOffDesk } from '../desk/hand-off-desk.ts';
import { createActionLimits } from '../effects/action-limits.ts';
import type { ActionMachines } from '../effects/performer-ports.ts';
import { systemClock } from '../effects/system-clock.ts';
import type { ActionServices } from '../host-ports.ts';
import { createOAuthTokens } from '../oauth/oauth-tokens.ts';

/** One set for the whole app: limits and tokens count over all windows. */
export const createActionServices = (audit: AuditLog, machines: ActionMachines = {}): ActionServices => ({
  limits: createActionLimits(systemClock.elapsed),
  tokens: createOAuthTokens(systemClock.elapsed),
  audit,
  machines,
  desk: createHandOffDesk(),
  executors: async () => (await import('../actions/action-executors.ts')).actionExecutors,
});
