import { escapeRequestText } from '../../actions/parse-request-text.ts';
import { asText, isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import { requestMethodSchema } from '../../model/action-kinds.ts';
import type { Operation } from '../../model/integration-record.ts';
import { longestName, longestText, mostOperations, type DescribedService } from './described-service.ts';

/** OpenAPI 3 and Swagger 2 say what they are in their first field. */
export const isOpenApi = (json: Json): json is JsonObject =>
  isJsonObject(json) && (typeof json['openapi'] === 'string' || typeof json['swagger'] === 'string');

/** Reads a description of a service. Total: what it does not say is empty, what it says otherwise is left out. */
export function readOpenApi(json: JsonObject): DescribedService {
  const info = isJsonObject(json['info']) ? json['info'] : {};
  return {
    name: asText(info['title']).slice(0, longestName),
    description: asText(info['description']).slice(0, longestText),
    baseUrl: baseUrlOf(json).replace(/\/+$/, ''),
    operations: operationsOf(json['paths'] ?? null),
  };
}

function baseUrlOf(json: JsonObject): string {
  const [server] = Array.isArray(json['servers']) ? (json['servers'] as readonly Json[]) : [];
  if (isJsonObject(server)) return withDefaults(asText(server['url']), server['variables'] ?? null);
  const [scheme = 'https'] = Array.isArray(json['schemes']) ? json['schemes'].map(asText) : [];
  const host = asText(json['host']);
  return host === '' ? '' : `${scheme}://${host}${asText(json['basePath'])}`;
}

/** `https://{region}.example.com` with the region that is used unless another is asked for. */
function withDefaults(url: string, variables: Json): string {
  const known = isJsonObject(variables) ? variables : {};
  const filled = url.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const variable = Object.hasOwn(known, name) ? known[name] : undefined;
    return isJsonObject(variable) ? asText(variable['default']) || whole : whole;
  });
  return /^https?:\/\/[^{}]+$/i.test(filled) ? filled : '';
}

function operationsOf(paths: Json): readonly Operation[] {
  if (!isJsonObject(paths)) return [];
  return Object.entries(paths)
    .flatMap(([path, item]) => (isJsonObject(item) ? operationsAt(path, item) : []))
    .slice(0, mostOperations);
}

const operationsAt = (path: string, item: JsonObject): readonly Operation[] =>
  Object.entries(item).flatMap(([verb, operation]) => {
    const method = requestMethodSchema.safeParse(verb.toUpperCase());
    if (!method.success || !isJsonObject(operation) || !path.startsWith('/')) return [];
    const name = asText(operation['operationId']) || asText(operation['summary']) || `${verb} ${path}`;
    const description = asText(operation['summary']) || asText(operation['description']);
    return [
      {
        name: name.slice(0, longestName),
        description: description.slice(0, longestText),
        method: method.data,
        path: argumentPath(path),
      },
    ];
  });

/** `/orders/{orderId}` takes an argument, as `/orders/$orderId` does here. */
const argumentPath = (path: string): string =>
  path
    .split(/(\{[^{}]+\})/)
    .map((part) => {
      const [, name] = /^\{([^{}]+)\}$/.exec(part) ?? [];
      return name === undefined ? escapeRequestText(part) : `$${argumentName(name)}`;
    })
    .join('');

/** A name as arguments are called: letters, digits and underscores. */
export function argumentName(name: string): string {
  const plain = name.replace(/\W+/g, '_');
  return /^[A-Za-z_]/.test(plain) ? plain : `_${plain}`;
}
