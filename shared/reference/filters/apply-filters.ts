import type { Json } from '../../base/json.ts';
import type { Result } from '../../base/result.ts';
import { toHex } from '../../values/byte-text.ts';
import type { FilterArgument, FilterCall, ReferenceTarget } from '../reference.ts';
import type { FilterEnvironment, Piped } from './filter.ts';
import { filters } from './filter-table.ts';

export type FilterScope = FilterEnvironment & {
  readonly read: (target: ReferenceTarget) => Json;
  readonly warn: (sentence: string) => void;
};

/** Sends a value through its pipe. A filter that cannot work says so and hands the value on as it got it. */
export function applyFilters(value: Json, calls: readonly FilterCall[], scope: FilterScope): Json {
  let piped: Piped = value;
  for (const call of calls) {
    const filter = filters.get(call.name);
    const args = call.args.map((argument) => argumentValue(argument, scope));
    const filtered: Result<Piped, string> | undefined = filter?.apply(piped, args, scope);
    if (filtered === undefined) scope.warn(`There is no filter called ${call.name}, so the value stays as it was.`);
    else if (filtered.ok) piped = filtered.value;
    else scope.warn(`The filter ${call.name} left the value as it was. ${filtered.failure}`);
  }
  // A digest nobody encoded is of no use as bytes in a sentence.
  return piped instanceof Uint8Array ? toHex(piped) : piped;
}

const argumentValue = (argument: FilterArgument, scope: FilterScope): Json =>
  argument.kind === 'text' ? argument.text : scope.read(argument.target);
