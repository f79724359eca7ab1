import type { AuditLog } from '../audit/audit-log.ts';
import type { ActionServices } from '../host-ports.ts';
/** One set for the whole app: limits and tokens count over all windows. */
export declare const createActionServices: (audit: AuditLog) => ActionServices;
