/**
 * Tables as files: RFC 4180, and nothing in them that a spreadsheet would run. A text that begins like a formula gets
 * an apostrophe in front, which spreadsheets show as text (OWASP, CSV injection); it stays when the file is read by a
 * program.
 */
import { ReadableStream } from 'node:stream/web';
import { stringify } from 'csv-stringify/sync';

export type CsvValue = string | number | boolean | null | undefined;

/**
 * Where a spreadsheet would begin to compute: at the beginning of a cell, and of what is one for Excel where numbers
 * have a comma (French, German): there it divides a line at semicolons, and our quotes mean nothing in it.
 */
const formula = /(?<=^|[;\t\r\n])(?=[=+\-@＝＋－＠])|^(?=[\t\r])/g;

// A number of ours is a number, also when it is below zero.
const cast = { string: (text: string) => text.replace(formula, "'"), boolean: String };

/** Some lines at once, each with its line end: a hundred together cost what ten cost alone. */
export function csvLines(rows: readonly (readonly CsvValue[])[]): string {
  if (rows.length === 0) return '';
  // A lone line feed is no end of a line here, and one to many that read: it is quoted as well. So is what else divides
  // cells for some.
  return stringify(rows as CsvValue[][], { record_delimiter: 'windows', quoted_match: /[\r\n;\t]/, cast });
}

/** One line, with its line end. */
export function csvLine(values: readonly CsvValue[]): string {
  return csvLines([values]);
}

/** A whole table, piece by piece: as many rows are in memory as one batch has. */
export async function* csvPieces(
  columns: readonly string[],
  batches: AsyncIterable<readonly (readonly CsvValue[])[]> | Iterable<readonly (readonly CsvValue[])[]>,
): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const rows of batches) if (rows.length > 0) yield csvLines(rows);
}

/**
 * A body that is made while it is sent.
 * @param pieces may fail in the middle: what was sent so far is then cut off, so that nobody takes it for whole
 */
export function textStream(pieces: AsyncIterable<string>): globalThis.ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  async function* bytes(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for await (const piece of pieces) yield encoder.encode(piece);
  }
  return ReadableStream.from(bytes()) as globalThis.ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** Excel takes a table for the machine's old code page, and « Geneviève » for noise, unless it begins with this. */
const utf8Mark = '\ufeff';

/**
 * A whole table as such a body, for people: what their spreadsheet opens says that it is UTF-8. Programs that do not know
 * the mark have JSON, and the files of the command line.
 */
export function csvStream(
  columns: readonly string[],
  batches: AsyncIterable<readonly (readonly CsvValue[])[]> | Iterable<readonly (readonly CsvValue[])[]>,
): globalThis.ReadableStream<Uint8Array<ArrayBuffer>> {
  async function* marked(): AsyncGenerator<string> {
    yield utf8Mark;
    yield* csvPieces(columns, batches);
  }
  return textStream(marked());
}

/**
 * The headers of a table that is saved, not shown, and kept by nobody in between.
 * @param name of the file, of letters, digits and hyphens, without `.csv`
 */
export function csvHeaders(name: string): Record<string, string> {
  return {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${name}.csv"`,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}
