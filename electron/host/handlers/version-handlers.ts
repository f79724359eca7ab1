import { fail, succeed } from '../../../shared/base/result.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import type { BridgeHandlers } from '../../../shared/bridge/dispatch.ts';
import type { WindowSession } from '../window-session.ts';

type VersionMethod = `version.${'list' | 'keep' | 'read' | 'forget'}`;

/** Named versions of the scenario files this window holds. */
export function createVersionHandlers(session: WindowSession): Pick<BridgeHandlers, VersionMethod> {
  const { scenarios, journals, versions, now } = session.services;
  const keyOf = (file: string): string | null => {
    const path = scenarios.heldBy(session.owner, file);
    return path === null ? null : journals.keyOf(path);
  };
  return {
    'version.list': async ({ file }) => {
      const key = keyOf(file);
      return key === null ? fail(unknownFile) : succeed({ versions: [...(await versions.list(key))] });
    },
    'version.keep': async ({ file, name, note, text }) => {
      const key = keyOf(file);
      if (key === null) return fail(unknownFile);
      const kept = await versions.keep(key, { name, note, text }, now());
      return kept.ok ? succeed({ version: kept.value.version, dropped: [...kept.value.dropped] }) : kept;
    },
    'version.read': async ({ file, id }) => {
      const key = keyOf(file);
      if (key === null) return fail(unknownFile);
      const read = await versions.read(key, id);
      return read.ok ? succeed({ text: read.value }) : read;
    },
    'version.forget': async ({ file, id }) => {
      const key = keyOf(file);
      if (key === null) return fail(unknownFile);
      await versions.forget(key, id);
      return succeed({});
    },
  };
}

const unknownFile: Failure = { code: 'scenario.unknownFile', detail: '', path: '' };
