import { parseAddress, type Address } from '../domain/addresses.ts';
import { positional } from './command.ts';
import { CliError } from './error.ts';

/** A mail address among the arguments, as it was typed. */
export function readEmail(positionals: string[], index = 0, what = 'The mail address'): string {
  const text = positional(positionals, index, what);
  if (!parseAddress(text)) throw new CliError(`"${text}" is no mail address. Nothing was changed.`);
  return text;
}

/** The same, as the club knows it. */
export function readAddress(positionals: string[], index = 0, what?: string): Address {
  return parseAddress(readEmail(positionals, index, what))!;
}
