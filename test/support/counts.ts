/** How many tests of a suite or a file ended how. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}
