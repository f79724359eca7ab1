import { isJsonObject, type Json } from '../../base/json.ts';
import { slugify } from '../../model/ids.ts';
import { isLiteral, isSecretName } from '../../model/secret-names.ts';
import type { Path } from '../../persistence/read-problem.ts';
import type { ReportWriter } from './import-report.ts';

/** The names of keys of services: `subscription_key`, `json_key`, `apiKey`. */
const isKeyName = (name: string): boolean => /(?:^|[_-])key$|[a-z]Key$/.test(name);

/** Settings whose keys are names somebody gave: of attributes, callbacks and intents. */
const namesOfPeople: ReadonlySet<string> = new Set([
  'attribute_value_map',
  'context_attribute_map',
  'callbacks',
  'intents',
  'entities',
]);

/** A configuration without its secrets, which belong in no file: the name of each stands in its place, and is told. */
export function stripSecrets(value: Json, path: Path, report: ReportWriter): Json {
  if (Array.isArray(value)) return value.map((item: Json, index) => stripSecrets(item, [...path, index], report));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]): [string, Json] => {
      const at = [...path, key];
      if (namesOfPeople.has(key)) return [key, member];
      if (!isSecretName(key) && !isKeyName(key)) return [key, stripSecrets(member, at, report)];
      if (!holdsSecret(member)) return [key, member];
      const secret = secretNameFor(key);
      report.lost(at, `A secret is kept in no file. Enter it as the secret "${secret}".`);
      return [key, `{secret.${secret}}`];
    }),
  );
}

const holdsSecret = (value: Json): boolean =>
  typeof value === 'string'
    ? isLiteral(value)
    : typeof value === 'object' && value !== null && Object.keys(value).length > 0;

export const secretNameFor = (name: string): string => slugify(name).replaceAll('-', '_');
