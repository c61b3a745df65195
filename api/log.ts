import pino from 'pino';
import type { Log } from './domain/ports.ts';

/**
 * Lines of JSON on standard output. Errors are logged by name, code, message and stack only: a database
 * driver's `detail` quotes the row, and a row is a person.
 */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      err: (error: unknown) => {
        if (!(error instanceof Error)) return error === undefined ? undefined : { message: 'not an Error' };
        return {
          name: error.name,
          code: (error as { code?: unknown }).code,
          message: error.message,
          stack: error.stack,
        };
      },
    },
  });
}
