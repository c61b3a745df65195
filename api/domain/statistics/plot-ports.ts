/** What statistics ask of whoever draws them. */

/** Two series: what there was, and what came of it. */
export interface PlotValues {
  first: number;
  /** Absent: there is only one series. */
  second?: number;
}

export interface PlotPoint extends PlotValues {
  label: string;
}

/** What a plot is called and what it says, for whoever does not see it. */
export interface PlotWords {
  /** Unique in the page. */
  id: string;
  title: string;
  text: string;
  /** Writes a number as the reader's language does. */
  number: (value: number) => string;
}

export interface Plots {
  /**
   * Markup of bars over time.
   * @throws {DomainError} busy, when too many are waiting to be drawn
   */
  overTime(points: readonly PlotPoint[], words: PlotWords): Promise<string>;
  /** Markup of bars below each other, each with its name and numbers. Fails as `overTime`. */
  byName(points: readonly PlotPoint[], words: PlotWords): Promise<string>;
}
