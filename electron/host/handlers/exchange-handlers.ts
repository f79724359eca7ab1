import { basename } from 'node:path';
import { succeed } from '../../../shared/base/result.ts';
import type { BridgeHandlers } from '../../../shared/bridge/dispatch.ts';
import { readTextFile } from '../files/read-text-file.ts';
import type { WindowSession } from '../window-session.ts';

/** Files made from a scenario, and files that go into one. They are not held: only scenarios are worked on. */
export function createExchangeHandlers(session: WindowSession): Pick<BridgeHandlers, 'export.save' | 'import.choose'> {
  return {
    'export.save': async ({ suggestedName, text }) => {
      const path = await session.dialogs.chooseSavePath('export', suggestedName);
      if (path === null) return succeed({ kind: 'cancelled' });
      const written = await session.services.scenarios.writeExport(path, text);
      return written.ok ? succeed({ kind: 'saved', place: written.value.path }) : written;
    },
    'import.choose': async ({ what }) => {
      const path = await session.dialogs.chooseImport(what);
      if (path === null) return succeed({ kind: 'cancelled' });
      const read = await readTextFile(session.services.operations, path);
      return read.ok ? succeed({ kind: 'chosen', name: basename(read.value.path), text: read.value.text }) : read;
    },
  };
}
