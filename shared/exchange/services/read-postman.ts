import { escapeRequestText } from '../../actions/parse-request-text.ts';
import { asText, isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import { requestMethodSchema } from '../../model/action-kinds.ts';
import type { Operation } from '../../model/integration-record.ts';
import { longestName, longestText, mostOperations, type DescribedService } from './described-service.ts';
import { argumentName } from './read-open-api.ts';

/** Postman's collections name their format; newer exports put them in an envelope. */
export function postmanCollection(json: Json): JsonObject | null {
  if (!isJsonObject(json)) return null;
  const inner = json['collection'];
  const collection = isJsonObject(inner) ? inner : json;
  const info = collection['info'];
  const isOne = isJsonObject(info) && /postman/i.test(asText(info['schema'])) && Array.isArray(collection['item']);
  return isOne ? collection : null;
}

const deepest = 20;
/** Services one collection speaks of; more is a list of everything. */
const mostServices = 12;

/** Reads a collection: one service for each address it calls, with its requests. Values of headers stay behind. */
export function readPostman(collection: JsonObject): readonly DescribedService[] {
  const info = isJsonObject(collection['info']) ? collection['info'] : {};
  const variables = variablesOf(collection['variable'] ?? collection['variables'] ?? null);
  const byOrigin = new Map<string, Operation[]>();
  const visit = (items: Json, depth: number): void => {
    if (!Array.isArray(items) || depth > deepest) return;
    for (const item of items as readonly Json[]) {
      if (!isJsonObject(item)) continue;
      visit(item['item'] ?? null, depth + 1);
      const request = requestOf(item, variables);
      if (request === null) continue;
      const operations = byOrigin.get(request.origin) ?? [];
      if (operations.length < mostOperations) operations.push(request.operation);
      byOrigin.set(request.origin, operations);
    }
  };
  visit(collection['item'] ?? null, 0);
  const name = asText(info['name']);
  const description = asText(info['description']).slice(0, longestText);
  return [...byOrigin].slice(0, mostServices).map(([baseUrl, operations]) => {
    const host = baseUrl.replace(/^https?:\/\//i, '');
    const own = byOrigin.size === 1 || host === '' ? name : `${name}: ${host}`;
    return { name: own.slice(0, longestName), description, baseUrl, operations };
  });
}

type Variables = ReadonlyMap<string, string>;

const variablesOf = (list: Json): Variables =>
  new Map(
    Array.isArray(list)
      ? (list as readonly Json[]).flatMap((one) =>
          isJsonObject(one) ? [[asText(one['key']) || asText(one['id']), asText(one['value'])] as const] : [],
        )
      : [],
  );

function requestOf(item: JsonObject, variables: Variables) {
  const { request } = item;
  const given = typeof request === 'string' ? { url: request } : request;
  if (!isJsonObject(given)) return null;
  const { url } = given;
  const raw = typeof url === 'string' ? url : isJsonObject(url) ? asText(url['raw']) : '';
  // The address may be a variable; a path in it stays one.
  const filled = raw.replace(/^\s*\{\{([^{}]+)\}\}/, (whole, name: string) => variables.get(name.trim()) || whole);
  const [, origin = '', path = ''] = /^(https?:\/\/[^/?#\s{}]+)?([^?#]*)/i.exec(filled.trim()) ?? [];
  const method = requestMethodSchema.safeParse(asText(given['method']).toUpperCase() || 'GET');
  if (raw.trim() === '' || !method.success) return null;
  const rest = path.replace(/^\{\{[^{}]+\}\}/, '');
  const description = asText(given['description']).slice(0, longestText);
  const operation: Operation = {
    name: (asText(item['name']) || rest || 'request').slice(0, longestName),
    description,
    method: method.data,
    path: argumentPath(rest),
  };
  return { origin: origin.replace(/\/+$/, ''), operation };
}

/** `/orders/:id` and `/orders/{{id}}` take an argument. */
const argumentPath = (path: string): string =>
  (path === '' || path.startsWith('/') ? path : `/${path}`)
    .split(/(\{\{[^{}]+\}\}|(?<=\/):[A-Za-z_]\w*)/)
    .map((part) => {
      const [, braced, colon] = /^(?:\{\{([^{}]+)\}\}|:([A-Za-z_]\w*))$/.exec(part) ?? [];
      const name = braced ?? colon;
      return name === undefined ? escapeRequestText(part) : `$${argumentName(name.trim())}`;
    })
    .join('');
