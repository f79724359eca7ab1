import { isAppCurrent } from './build-stamp.mjs';
import { inProject, projectNode } from './project-paths.mjs';
import { runCommand } from './run-command.mjs';
import { SetupStop, say } from './setup-stop.mjs';

/** Builds the app into .build/app unless the sources are those of the last build. */
export async function ensureAppBuilt() {
  if (isAppCurrent()) return;
  say('Building the app');
  const built = await runCommand(projectNode, [inProject('electron', 'setup', 'build.mjs')], { seconds: 300 });
  if (built.code !== 0) throw new SetupStop('The app could not be built; the reason is above.');
}
