import type { ActionRecord } from '../action-record.ts';

/** What an action may store: what it gives back, and what it leaves when it fails. */
export const outputNames = ({ outputs, onFailure }: ActionRecord): readonly string[] => [
  ...new Set([...outputs.map(({ name }) => name), ...Object.keys(onFailure?.outputs ?? {})]),
];
