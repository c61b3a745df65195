/** Parts of a file (RFC 9110 §14). One part at a time: whoever asks for several gets the whole. */

export interface Range {
  /** First and last byte, both included. */
  start: number;
  end: number;
}

/**
 * The part that is asked for; undefined for the whole file, also when the header makes no sense.
 * @param size of the file, in bytes
 */
export function parseRange(text: string | undefined, size: number): Range | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(text?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return undefined;
  return start < size ? { start, end } : 'unsatisfiable';
}

/** Does `If-Range` let the range through? Only our strong tag does; a date or another tag asks for the whole. */
export function isRangeValid(ifRange: string | undefined, etag: string): boolean {
  return ifRange === undefined || ifRange === etag;
}
