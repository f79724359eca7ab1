import { isAbsolute, join, sep } from 'node:path';
import { fail, succeed, type Result } from '../../../../shared/base/result.ts';
import { nodeFiles } from '../../files/file-operations.ts';
import type { ExecutorPorts } from '../action-executor.ts';
import { failedFile, failedRun, type FailedRun } from '../failed-run.ts';
import { sampleDatabase } from './sample-database.ts';

/**
 * The file a query is about: one beside the scenario, reached through no link and no way up; or, unnamed, the sample
 * database in the app's own folder.
 */
export async function sqliteFile(
  name: string,
  ports: Pick<ExecutorPorts, 'besideScenario' | 'scenarioFolder'>,
): Promise<Result<string, FailedRun>> {
  if (name.trim() === '') return sampleDatabase(await ports.scenarioFolder());
  const folder = ports.besideScenario();
  const shown = name.slice(0, 200);
  if (folder === null)
    return fail(failedRun('notTrusted', `"${shown}" is read only beside a scenario that is saved and trusted.`));
  const parts = name.trim().split(/[/\\]+/);
  const isOutside = isAbsolute(name.trim()) || /[:\0]/.test(name) || parts.some((part) => part === '..' || part === '');
  if (isOutside)
    return fail(failedRun('badRequest', `"${shown}" does not lie beside the scenario. Put the file there.`));
  try {
    const [path, home] = await Promise.all([nodeFiles.resolve(join(folder, ...parts)), nodeFiles.resolve(folder)]);
    if (path !== join(home, ...parts) || !path.startsWith(home + sep))
      return fail(failedRun('badRequest', `"${shown}" is a link to somewhere else; links are not followed.`));
    const look = await nodeFiles.look(path);
    if (look?.kind !== 'file') return fail(failedRun('badRequest', `"${shown}" is no file.`));
    return succeed(path);
  } catch (error) {
    return fail(failedFile(error, `"${shown}"`));
  }
}
