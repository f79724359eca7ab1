import { lazyPart } from '../../ui/lazy-part.tsx';

// Trying conditions needs a whole engine of patterns; most records have none.

export const ConditionList = lazyPart(
  'The list of conditions',
  async () => (await import('./condition-list.tsx')).ConditionList,
);
