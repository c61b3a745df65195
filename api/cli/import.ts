import { parse } from 'csv-parse/sync';
import { parseAddress } from '../domain/addresses.ts';
import { importColumns, importMember, type ImportRow } from '../domain/memberships/import.ts';
import type { Deps } from '../domain/ports.ts';
import { CliError } from './error.ts';

export interface ImportOptions {
  dryRun: boolean;
  /** Short name of the partner that the people are credited to. */
  partner: string;
  print: (line: string) => void;
}

/**
 * Imports a CSV text and reports every line. A second run adds nobody twice.
 * @returns 0 when every line was added or known, 1 when some were refused
 * @throws {CliError} when the file as a whole cannot be read; nothing is imported then
 */
export async function importMembers(
  deps: Pick<Deps, 'storage' | 'clock' | 'keys' | 'club'>,
  text: string,
  options: ImportOptions,
): Promise<number> {
  const partner = await deps.storage.partnerBySlug(options.partner);
  if (!partner) throw new CliError(`No partner is called "${options.partner}". Nothing was imported.`);
  const rows = readRows(text);
  const totals = { added: 0, known: 0, refused: 0 };
  // A dry run writes nothing, so it has to remember what it would have added.
  const seen = new Set<string>();
  for (const { row, line } of rows) {
    const address = parseAddress(row.email ?? '')?.canonical;
    let outcome = await importMember(deps, partner, row, options.dryRun);
    if (address !== undefined && outcome.result === 'added') {
      if (seen.has(address)) outcome = { result: 'known' };
      seen.add(address);
    }
    totals[outcome.result] += 1;
    options.print(`line ${line}: ${describe(outcome, options.dryRun)}`);
  }
  const added = options.dryRun ? 'would be added' : 'added';
  options.print(
    `${totals.added} ${added}, ${totals.known} already known, ${totals.refused} refused.` +
      (options.dryRun ? ' This was a dry run: nothing was stored.' : ''),
  );
  return totals.refused > 0 ? 1 : 0;
}

function describe(outcome: Awaited<ReturnType<typeof importMember>>, dryRun: boolean): string {
  switch (outcome.result) {
    case 'added':
      return dryRun ? 'would be added' : 'added';
    case 'known':
      return 'already known, left as it is';
    case 'refused':
      return `refused: ${outcome.reason}`;
  }
}

function readRows(text: string): { row: ImportRow; line: number }[] {
  const known: readonly string[] = importColumns;
  let columns: string[] = [];
  let records: { record: ImportRow; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count_less: true,
      // Spreadsheets in French and German write semicolons.
      delimiter: /^[^\n]*;/.test(text) ? ';' : ',',
      columns: (names: string[]) => (columns = names.map((name) => name.trim().toLowerCase())),
    }) as typeof records;
  } catch (error) {
    throw new CliError(`The file is not CSV: ${(error as Error).message}. Nothing was imported.`);
  }
  const strange = columns.filter((name) => !known.includes(name));
  const missing = ['email', 'first_name', 'circle', 'consent_date', 'consent_source'].filter(
    (name) => !columns.includes(name),
  );
  const twice = columns.filter((name, index) => columns.indexOf(name) < index);
  if (strange.length + missing.length + twice.length > 0) {
    throw new CliError(
      `The first line must name the columns ${importColumns.join(', ')}. ` +
        [
          missing.length > 0 && `Missing: ${missing.join(', ')}.`,
          strange.length > 0 && `Unknown: ${strange.join(', ')}.`,
          twice.length > 0 && `Named twice: ${twice.join(', ')}.`,
        ]
          .filter(Boolean)
          .join(' ') +
        ' Nothing was imported.',
    );
  }
  return records.map(({ record, info }) => ({ row: record, line: info.lines }));
}
