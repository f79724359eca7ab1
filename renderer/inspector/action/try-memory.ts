import { isJsonObject, type JsonObject } from '../../../shared/base/json.ts';
import { readJson } from '../../../shared/persistence/read-json.ts';

/** Characters of everything that is remembered for one scenario; what was tried longest ago makes room. */
const mostText = 128 * 1024;

/** What actions were last tried with, kept on this machine; never what nobody may read. */
export function recallTried(scenario: string, action: string): JsonObject {
  const found = readAll(scenario)[action];
  return isJsonObject(found) ? found : {};
}

export function rememberTried(scenario: string, action: string, args: JsonObject): void {
  const { [action]: _, ...others } = readAll(scenario);
  let entries = Object.entries({ ...others, [action]: args });
  while (entries.length > 0 && JSON.stringify(entries).length > mostText) entries = entries.slice(1);
  try {
    localStorage.setItem(keyOf(scenario), JSON.stringify(Object.fromEntries(entries)));
  } catch {
    // Without a place to keep them, values are remembered as long as the window is open.
    return;
  }
}

const keyOf = (scenario: string): string => `parley.tried.${scenario}`;

function readAll(scenario: string): JsonObject {
  try {
    const read = readJson(localStorage.getItem(keyOf(scenario)) ?? '{}');
    return read.ok && isJsonObject(read.value) ? read.value : {};
  } catch {
    return {};
  }
}
