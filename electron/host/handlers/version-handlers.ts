import { fail, succeed } from '../../../shared/base/result.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import type { BridgeHandlers } from '../../../shared/bridge/dispatch.ts';
import { basename, dirname } from 'node:path';
import { readTextFile } from '../files/read-text-file.ts';
import { listFormer, type FormerPlace } from '../places/former-places.ts';
import { takeVersions } from '../places/take-along.ts';
import type { WindowSession } from '../window-session.ts';

type VersionMethod = `version.${'list' | 'takeOver' | 'keep' | 'read' | 'forget'}`;

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
      if (key === null) return fail(unknownFile);
      const former = (await formerOf(session, file)).map(describeFormer);
      const listed = { versions: [...(await versions.list(key))] };
      return succeed(former.length === 0 ? listed : { ...listed, former });
    },
    'version.takeOver': async ({ file, former }) => {
      const key = keyOf(file);
      const offered = (await formerOf(session, file)).find(({ place }) => place.key === former);
      if (key === null || offered === undefined) return fail(unknownFile);
      return succeed({ versions: await takeVersions(session, offered.place, key) });
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

/** Asked of the disk each time: a file that came back has its own versions again. */
async function formerOf(session: WindowSession, file: string): Promise<readonly FormerPlace[]> {
  const { scenarios, journals, operations } = session.services;
  const path = scenarios.heldBy(session.owner, file);
  const present = path === null ? null : await readTextFile(operations, path);
  if (path === null || present?.ok !== true) return [];
  return listFormer(session, { key: journals.keyOf(path), path, hash: present.value.hash, text: present.value.text });
}

const describeFormer = ({ place: { key, path }, versions }: FormerPlace) => ({
  id: key,
  name: basename(path),
  place: dirname(path),
  versions,
});

const unknownFile: Failure = { code: 'scenario.unknownFile', detail: '', path: '' };
