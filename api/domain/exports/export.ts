import { exportColumns, type ExportFormat, type ExportKind } from '../../contract/exports.ts';
import type { Deps } from '../ports.ts';
import type { ExportRow } from './ports.ts';

/** A cell as a program reads it. */
export type ExportCell = string | number | boolean | null;

/** As many rows as are in memory at once: few enough to weigh nothing, many enough that asking costs nothing. */
const together = 200;

const times = /_at$/;
const truths: ReadonlySet<string> = new Set(['newsletter', 'public', 'introductions']);

/** Notes in the audit log who takes what out of the club, before the first row leaves. */
export function noteExport(
  { storage, clock }: Pick<Deps, 'storage' | 'clock'>,
  kind: ExportKind,
  format: ExportFormat,
  actor?: string,
): Promise<void> {
  return storage.write((tx) => tx.audit(`export.${kind}`, `format:${format}`, clock.now(), actor));
}

/**
 * Every row of one kind, some at a time, in the columns of `exportColumns`. Rows that are written while it runs may be
 * in it or not; none is in it twice. No transaction is held: an export of an hour stops nobody.
 */
export async function* readExport(
  { storage }: Pick<Deps, 'storage'>,
  kind: ExportKind,
): AsyncGenerator<ExportCell[][]> {
  const columns: readonly string[] = exportColumns[kind];
  let after = 0;
  for (;;) {
    const { rows, last } = await storage.exports.page(kind, after, together);
    if (rows.length > 0) yield rows.map((row) => columns.map((column) => cell(column, row)));
    if (rows.length < together) return;
    after = last;
  }
}

function cell(column: string, row: ExportRow): ExportCell {
  const value = row[column] ?? null;
  if (value === null) return null;
  if (times.test(column)) return new Date(value).toISOString();
  return truths.has(column) ? value === 1 : value;
}

/** The same rows as the text of one JSON array of objects, piece by piece. */
export async function* jsonPieces(kind: ExportKind, batches: AsyncIterable<ExportCell[][]>): AsyncGenerator<string> {
  const columns: readonly string[] = exportColumns[kind];
  let before = '[\n';
  for await (const rows of batches) {
    const lines = rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((name, at) => [name, row[at]]))));
    yield before + lines.join(',\n');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
