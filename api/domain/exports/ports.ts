/** What exports ask of the storage: pages of rows, so that a million of them never are in memory at once. */
import type { ExportKind } from '../../contract/exports.ts';

/** A row by its columns; times are epoch milliseconds, truths 0 and 1 here, and made readable by whoever writes them out. */
export type ExportRow = Readonly<Record<string, string | number | null>>;

export interface ExportReads {
  /**
   * The next rows of one kind in the order of their numbers.
   * @param after the number of the last row that was read; 0 at first
   */
  page(kind: ExportKind, after: number, max: number): Promise<{ rows: ExportRow[]; last: number }>;
}
