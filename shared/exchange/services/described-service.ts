import type { Operation } from '../../model/integration-record.ts';

/** A service as a description of it says: enough for an integration and what can be done with it. */
export type DescribedService = {
  readonly name: string;
  readonly description: string;
  /** Without a trailing slash; empty when the description does not say. */
  readonly baseUrl: string;
  readonly operations: readonly Operation[];
};

/** More than anybody looks through. */
export const mostOperations = 500;
export const longestName = 200;
export const longestText = 2000;
