import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** A sortable key: comparing two by code unit gives the order of the records that hold them. */
export type OrderKey = string;

/** A key after `before` and ahead of `after`; null stands for the open end. Two people inserting never renumber. */
export const orderBetween = (before: OrderKey | null, after: OrderKey | null): OrderKey =>
  generateKeyBetween(before, after);

export const ordersBetween = (before: OrderKey | null, after: OrderKey | null, count: number): OrderKey[] =>
  generateNKeysBetween(before, after, count);

export const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
