/** Thrown when a person has to do something; its message is the one sentence they need. */
export class SetupStop extends Error {}

/** @param {string} line */
export const say = (line) => console.log(`› ${line}`);

/**
 * Runs a script's main function; a `SetupStop` becomes its sentence and exit code 1, anything else keeps its stack.
 * @param {() => Promise<number>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (thrown) {
    if (!(thrown instanceof SetupStop)) throw thrown;
    console.error(thrown.message);
    process.exitCode = 1;
  }
}
