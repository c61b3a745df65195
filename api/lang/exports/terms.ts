import type { ExportFormat, ExportKind } from '../../contract/exports.ts';

/** The page where staff take data out of the club. */
export interface ExportTexts {
  title: string;
  lead: string;
  /** What is theirs to do with what they take. */
  duty: string;
  kinds: Record<ExportKind, { title: string; text: string }>;
  formats: Record<ExportFormat, string>;
  /** Read out after the button's words. */
  of(title: string): string;
  console: string;
}
