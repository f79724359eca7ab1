import type { Migration } from '../migrate.ts';

/** Every migration in order, one file each: `0002-what-changed.ts`. Version 1 is the first, so nothing leads to it. */
export const migrationChain: readonly Migration[] = [];
