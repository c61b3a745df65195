import { open } from 'node:fs/promises';
import { exportColumns, exportFormats, exportKinds, isExportKind, type ExportFormat } from '../contract/exports.ts';
import { jsonPieces, noteExport, readExport } from '../domain/exports/export.ts';
import { csvPieces } from '../http/csv.ts';
import { positional, withStorage, type Command } from './command.ts';
import { CliError } from './error.ts';

function readFormat(text: unknown): ExportFormat {
  const format = exportFormats.find((one) => one === (text ?? 'csv'));
  if (!format) throw new CliError(`The format must be one of: ${exportFormats.join(', ')}. Nothing was written.`);
  return format;
}

/** What an operator takes out of the club, from the same rows as the console. */
export const exportCommands: Command[] = [
  {
    words: ['export'],
    usage: `export <${exportKinds.join('|')}> --out <file> [--format <csv|json>]`,
    summary: 'Writes all rows of one kind into a new file that only you can read. It holds personal data.',
    options: { out: { type: 'string' }, format: { type: 'string' } },
    run: (positionals, values, env, print) => {
      const kind = positional(positionals, 0, 'What to export');
      if (!isExportKind(kind)) {
        throw new CliError(`"${kind}" cannot be exported. Known are: ${exportKinds.join(', ')}. Nothing was written.`);
      }
      const format = readFormat(values['format']);
      const { out } = values;
      if (typeof out !== 'string') throw new CliError('Say where to: --out <file>. Nothing was written.');
      return withStorage(env, async (storage) => {
        const file = await open(out, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
          const why = error.code === 'EEXIST' ? 'is there already' : `cannot be written (${error.code})`;
          throw new CliError(`${out} ${why}. Nothing was written.`);
        });
        try {
          await noteExport({ storage, clock: { now: () => Date.now() } }, kind, format);
          const rows = readExport({ storage }, kind);
          const pieces = format === 'csv' ? csvPieces(exportColumns[kind], rows) : jsonPieces(kind, rows);
          for await (const piece of pieces) await file.write(piece);
          await file.sync();
        } finally {
          await file.close();
        }
        print(`${out} holds the ${kind} of the club, and personal data: delete it after use.`);
        return 0;
      });
    },
  },
];
