import type { Log } from '../../../api/domain/ports.ts';

type Level = keyof Log;

/** A log that keeps what it is told. */
export function memoryLog(): Log & { lines: string[]; errors(): string[] } {
  const lines: string[] = [];
  const at = (level: Level) => (fields: Record<string, unknown>, message: string) => {
    const { err, ...rest } = fields;
    lines.push(`${level} ${message} ${JSON.stringify(rest)} ${err === undefined ? '' : String(err)}`);
  };
  return {
    lines,
    errors: () => lines.filter((line) => line.startsWith('error ')),
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
  };
}
