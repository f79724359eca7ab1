import { compareText } from '../../base/order.ts';
import type { TestRecord } from '../design-records.ts';

/** The conversation tests as they are listed. */
export const testsInOrder = (tests: Iterable<TestRecord>): readonly TestRecord[] =>
  [...tests].toSorted((left, right) => compareText(left.order, right.order) || compareText(left.id, right.id));
