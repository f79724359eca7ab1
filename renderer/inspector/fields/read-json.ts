import type { Json } from '../../../shared/base/json.ts';
import { fail, type Result } from '../../../shared/base/result.ts';
import { readJson as readFromFile } from '../../../shared/persistence/read-json.ts';

/** Reads JSON a person is writing, with the care given to files; the failure says in which line it is none. */
export function readJson(text: string): Result<Json, string> {
  const read = readFromFile(text);
  return read.ok ? read : fail(read.failure[0]?.sentence ?? 'Expected JSON.');
}
