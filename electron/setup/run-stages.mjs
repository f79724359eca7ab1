import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inProject, projectNode } from './project-paths.mjs';
import { runCommand } from './run-command.mjs';
import { say } from './setup-stop.mjs';

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {number} seconds                                time limit
 * @property {readonly string[]} [tool]                      a script in node_modules and its arguments
 * @property {() => Promise<number>} [run]                   instead of a tool; gives the exit code
 * @property {(report: string) => Counts} [count]            reads the stage's own report
 */

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const reports = inProject('.build', 'test');

/** @param {string} name */
export const reportFile = (name) => inProject('.build', 'test', `${name}.json`);

/**
 * Runs the stages in order and stops at the first that fails. The last line printed is `N passed, N failed`.
 * @param {readonly Stage[]} stages
 * @param {Record<string, string>} env
 * @returns {Promise<number>} exit code
 */
export async function runStages(stages, env) {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const total = { passed: 0, failed: 0, skipped: 0 };
  let stopped = false;
  for (const stage of stages) {
    console.log('');
    say(`Stage: ${stage.name}`);
    const code = await runStage(stage, env);
    const counts = countStage(stage);
    total.passed += counts.passed;
    total.skipped += counts.skipped;
    // A stage that fails without a failed test (lint, a crash, a report that is missing) still counts as one failure.
    total.failed += code !== 0 && counts.failed === 0 ? 1 : counts.failed;
    if (code === 0 && counts.failed === 0) continue;
    console.error(`\nStopped: the stage "${stage.name}" failed.`);
    stopped = true;
    break;
  }
  if (total.skipped > 0) console.log(`\n${total.skipped} skipped; the reasons are above.`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return stopped ? 1 : 0;
}

/**
 * @param {Stage} stage
 * @param {Record<string, string>} env
 */
async function runStage(stage, env) {
  if (stage.run !== undefined) return stage.run();
  const [script = '', ...args] = stage.tool ?? [];
  const toolScript = inProject('node_modules', script);
  const done = await runCommand(projectNode, [toolScript, ...args], { seconds: stage.seconds, env });
  if (done.timedOut) console.error(`The stage "${stage.name}" was ended after ${stage.seconds} seconds.`);
  return done.code;
}

/**
 * @param {Stage} stage
 * @returns {Counts}
 */
function countStage(stage) {
  if (stage.count === undefined) return { passed: 0, failed: 0, skipped: 0 };
  try {
    const counts = stage.count(readFileSync(reportFile(stage.name), 'utf8'));
    // Tests that found nothing to run must not look like success.
    return counts.passed + counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    console.error(`The stage "${stage.name}" left no report.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** @param {string} report Vitest's JSON */
export function countVitest(report) {
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests, numTodoTests } = JSON.parse(report);
  const failed = numFailedTests > 0 ? numFailedTests : numFailedTestSuites;
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
}

/** @param {string} report Playwright's JSON */
export function countPlaywright(report) {
  const { stats, errors } = JSON.parse(report);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped };
}
