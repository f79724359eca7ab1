import type { Json } from '../../base/json.ts';
import type { DescribedService } from './described-service.ts';
import { isOpenApi, readOpenApi } from './read-open-api.ts';
import { postmanCollection, readPostman } from './read-postman.ts';

/** The services a description tells of, OpenAPI, Swagger or a Postman collection; none for any other JSON. */
export function readServices(json: Json): readonly DescribedService[] {
  const collection = postmanCollection(json);
  if (collection !== null) return readPostman(collection);
  return isOpenApi(json) ? [readOpenApi(json)] : [];
}
