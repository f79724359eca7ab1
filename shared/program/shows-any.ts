import type { Reference } from '../reference/reference.ts';

/** Whether a reference shows one of these attributes, directly or through a filter's argument. */
export const showsAny = (reference: Reference, names: ReadonlySet<string>): boolean =>
  names.size > 0 &&
  (names.has(reference.attribute) ||
    reference.filters.some((filter) =>
      filter.args.some((argument) => argument.kind === 'reference' && names.has(argument.target.attribute)),
    ));
