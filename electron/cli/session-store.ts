import type { SessionState } from '../../shared/engine/session-state.ts';
import type { Program } from '../../shared/program/program.ts';
import { printSession, readSession, takeUpSession } from '../../shared/session/session-file.ts';
import { reportUnusable, type Report } from './scenario-input.ts';
import { onOneLine } from './terminal.ts';
import { readTextIfThere, writeText } from './text-files.ts';

/** The file a talk goes on from and is put down in. */
export type SessionStore = {
  /** Where the talk stands; null for a new one. */
  readonly resumed: SessionState | null;
  /** False when it could not be written, which has been told then. */
  readonly save: (state: SessionState) => Promise<boolean>;
};

/** Without a path nothing is kept. Null when what is in the file cannot be used, which has been told then. */
export async function openSessionStore(
  path: string | null,
  program: Program,
  onEdited: boolean,
  report: Report,
): Promise<SessionStore | null> {
  if (path === null) return { resumed: null, save: () => Promise.resolve(true) };
  const unusable = (sentence: string): null => reportUnusable(path, [{ pointer: '', sentence }], report);
  const text = await readTextIfThere(path);
  if (!text.ok) return unusable(text.failure);
  const read = text.value === null ? null : readSession(text.value);
  if (read !== null && !read.ok) return reportUnusable(path, read.failure, report);
  const taken = read === null ? null : takeUpSession(program, read.value, onEdited);
  if (taken !== null && !taken.ok) return unusable(`${taken.failure} Use --continue to go on with it here.`);
  return {
    resumed: taken?.value ?? null,
    save: async (state) => {
      // It holds what was said, in the clear: nobody else's business.
      const written = await writeText(path, printSession(program, state), { mode: 0o600 });
      if (!written.ok) report.terminal.err(onOneLine(`${path}: : ${written.failure}`));
      return written.ok;
    },
  };
}
