import type { Migration } from '../persistence/migrate.ts';

/** Every change of the session format in order, one file each. Version 1 is the first, so nothing leads to it. */
export const sessionMigrations: readonly Migration[] = [];
