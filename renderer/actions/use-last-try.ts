import { useStore } from 'zustand';
import { useStudio } from '../state/studio.ts';
import { lastTries, type LastTry } from './last-tries.ts';

/** The last try of an action; null when it was not tried yet. */
export const useLastTry = (action: string): LastTry | null =>
  useStore(lastTries(useStudio().editor), (tries) => tries.get(action) ?? null);
