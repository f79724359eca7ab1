import { fail, succeed, type Result } from '../../base/result.ts';
import { isJsonObject } from '../../base/json.ts';
import { readJson } from '../../persistence/read-json.ts';
import type { ReadProblem } from '../../persistence/read-problem.ts';
import { problemsOfIssues } from '../../persistence/read-problem.ts';
import { bundleFormat, bundleSchema, bundleVersion, type Bundle } from './bundle-schema.ts';

/** Any bytes give a bundle or say, place by place, what is wrong. A newer version is refused, never half-read. */
export function readBundle(bytes: Uint8Array | string): Result<Bundle, readonly ReadProblem[]> {
  const json = readJson(bytes);
  if (!json.ok) return json;
  const { value } = json;
  if (!isJsonObject(value) || value['format'] !== bundleFormat)
    return fail([
      { pointer: '/format', sentence: `This is not an action bundle: expected "format": "${bundleFormat}".` },
    ]);
  if (typeof value['version'] === 'number' && value['version'] > bundleVersion)
    return fail([
      {
        pointer: '/version',
        sentence: `This bundle was made by a newer Parley (version ${value['version']}; this one reads ${bundleVersion}).`,
      },
    ]);
  const parsed = bundleSchema.safeParse(value);
  return parsed.success ? succeed(parsed.data as Bundle) : fail(problemsOfIssues(parsed.error.issues, value));
}
