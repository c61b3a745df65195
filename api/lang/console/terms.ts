/** The page around the console; what the console itself says is the widget's own. */
export interface ConsolePageTerms {
  title: string;
  /** Shown until the console is there, and when it cannot be. */
  waiting: string;
  needsScript: string;
}
