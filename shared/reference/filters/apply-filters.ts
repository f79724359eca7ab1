import type { Json } from '../../base/json.ts';
import type { FilterCall, ReferenceTarget } from '../reference.ts';

export type FilterScope = {
  readonly now: number;
  readonly timeZone: string;
  readonly read: (target: ReferenceTarget) => Json;
  readonly warn: (sentence: string) => void;
};

export function applyFilters(value: Json, filters: readonly FilterCall[], scope: FilterScope): Json {
  for (const filter of filters) scope.warn(`There is no filter ${filter.name}.`);
  return value;
}
