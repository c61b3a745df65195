/**
 * The engines' own errors, as the two kinds that the rest of the program can do something about.
 * What is left (a full disk, a broken file, a mistake in SQL) goes up as it came.
 */
import { StorageBusyError, StorageConflictError } from '../domain/ports.ts';

const conflicts: Record<string, 'unique' | 'foreign_key'> = {
  SQLITE_CONSTRAINT_UNIQUE: 'unique',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'unique',
  SQLITE_CONSTRAINT_ROWID: 'unique',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'foreign_key',
  '23505': 'unique',
  '23503': 'foreign_key',
};

// PostgreSQL: serialisation and deadlock, lock and statement timeouts, too many connections, and
// connections that are not there (yet, any more).
const busyCodes = new Set([
  '40001',
  '40P01',
  '55P03',
  '57014',
  '25P03',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

// The server ended the connection, or the network did.
const lostCodes = /^(?:08...|57P0[123]|ECONNRESET|EPIPE)$/;

// The client library gives these no code.
const lostConnection =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (?:has encountered|was closed))/;

/** The error to throw instead of one that an engine threw. */
export function storageError(error: unknown): unknown {
  if (error instanceof StorageBusyError || error instanceof StorageConflictError) return error;
  const conflict = conflicts[errorCode(error) ?? ''];
  if (conflict) return new StorageConflictError(conflict, { cause: error });
  return isBusy(error) ? new StorageBusyError({ cause: error }) : error;
}

/** The engine's code of an error, also when it is the cause of one of ours. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as Error & { code?: unknown };
  return typeof code === 'string' ? code : errorCode(error.cause);
}

/** Was a connection lost that had been there? Another one may well work. */
export function isConnectionLost(error: unknown): boolean {
  const cause = error instanceof StorageBusyError ? error.cause : error;
  if (!(cause instanceof Error)) return false;
  return (
    lostCodes.test(errorCode(cause) ?? '') || /^(?:Connection terminated unexp|Client (?:has|was))/.test(cause.message)
  );
}

/** Does it make sense to try again later? */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof StorageBusyError) return true;
  const code = errorCode(error);
  if (code) return code.startsWith('SQLITE_BUSY') || /^08...$/.test(code) || busyCodes.has(code);
  return lostConnection.test(error.message);
}
