import { setTimeout as wait } from 'node:timers/promises';
import { fail, succeed } from '../../../shared/base/result.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import type { BridgeHandlers } from '../../../shared/bridge/dispatch.ts';
import type { WindowSession } from '../window-session.ts';
import { forgetRecentFile, pinRecentFile } from './recent-files.ts';

type RecentMethod = `recent.${'look' | 'keepPicture' | 'pin' | 'forget'}`;

/** A disk that is away can take minutes to say so. */
const patience = 1500;

/** The files that were open lately, with a small picture of each. */
export function createRecentHandlers(session: WindowSession): Pick<BridgeHandlers, RecentMethod> {
  const { scenarios, settings, journals, pictures, operations } = session.services;
  const paths = (): readonly string[] => settings.get('recentFiles').map(({ path }) => path);
  const known = (file: string): string | null => {
    const path = scenarios.tokens.pathOf(file);
    return path !== null && paths().includes(path) ? path : null;
  };
  const isThere = async (path: string): Promise<boolean> => {
    const look = operations.look(path).then(
      (found) => found !== null,
      () => false,
    );
    return Promise.race([look, wait(patience, true, { ref: false })]);
  };
  return {
    'recent.look': async () => {
      const looks = paths().map(async (path) => ({
        file: scenarios.tokens.tokenOf(path),
        picture: await pictures.read(journals.keyOf(path)),
        isThere: await isThere(path),
      }));
      return succeed({ files: await Promise.all(looks) });
    },
    'recent.keepPicture': async ({ file, picture }) => {
      const path = known(file);
      if (path === null) return fail(unknownFile);
      await pictures.keep(journals.keyOf(path), picture);
      await pictures.keepOnly(paths().map(journals.keyOf));
      return succeed({});
    },
    'recent.pin': async ({ file, pinned }) => {
      const path = known(file);
      if (path === null) return fail(unknownFile);
      pinRecentFile(settings, path, pinned);
      return succeed({});
    },
    'recent.forget': async ({ file }) => {
      const path = known(file);
      if (path === null) return fail(unknownFile);
      forgetRecentFile(settings, path);
      await pictures.keepOnly(paths().map(journals.keyOf));
      return succeed({});
    },
  };
}

const unknownFile: Failure = { code: 'scenario.unknownFile', detail: '', path: '' };
