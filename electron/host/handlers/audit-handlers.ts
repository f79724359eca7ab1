import { succeed } from '../../../shared/base/result.ts';
import type { BridgeHandlers } from '../../../shared/bridge/dispatch.ts';
import { printAudit } from '../audit/print-audit.ts';
import type { WindowSession } from '../window-session.ts';

type AuditMethod = Extract<keyof BridgeHandlers, `audit.${string}`>;

/** What was carried out on this machine, by anybody's scenario. */
export function createAuditHandlers(session: WindowSession): Pick<BridgeHandlers, AuditMethod> {
  const { actions, scenarios } = session.services;
  const { audit } = actions;
  return {
    'audit.list': async ({ before, limit, ...filter }) => succeed(await audit.list(filter, { before, limit })),
    'audit.export': async ({ format, ...filter }) => {
      const path = await session.dialogs.chooseSavePath('export', `actions.${format}`);
      if (path === null) return succeed({ kind: 'cancelled' });
      const entries = await audit.all(filter);
      const written = await scenarios.writeExport(path, printAudit(entries, format));
      return written.ok ? succeed({ kind: 'saved', place: written.value.path, entries: entries.length }) : written;
    },
    'audit.clear': async () => {
      await audit.clear();
      return succeed({});
    },
  };
}
