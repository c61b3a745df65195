import type { Migration } from 'kysely/migration';
import { up as club } from './0001-club.ts';
import { up as stories } from './0002-stories.ts';
import { up as badges } from './0003-badges.ts';
import { up as partnerKit } from './0004-partner-kit.ts';

/**
 * Every migration, in order. One that has been released is never edited: add a file and a line.
 * There is no way down: going back is restoring the backup that was made before.
 */
export const migrations: Record<string, Migration> = {
  '0001-club': { up: club },
  '0002-stories': { up: stories },
  '0003-badges': { up: badges },
  '0004-partner-kit': { up: partnerKit },
};
