/** What a bench reports, and the few numbers it is made of. */

/** One line of the table. */
export interface Measure {
  name: string;
  /** What was promised, in words: `≥ 3`. */
  target: string;
  result: string;
  /** How far the rounds lay apart, or what the result was made of. */
  detail: string;
  /** Undefined when nothing was promised: the line is there to be read. */
  pass?: boolean;
}

/** A bench: one way of loading the program, and what is read off it. */
export interface Bench {
  name: string;
  run(): Promise<Measure[]>;
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * The mean of the middle half: as deaf to what a machine does now and then as the median, and finer where what is measured
 * comes in steps, as paints do.
 */
export function middleMean(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const outside = sorted.length >> 2;
  const middle = sorted.slice(outside, sorted.length - outside);
  return middle.reduce((sum, one) => sum + one, 0) / middle.length;
}

/** What one side of a comparison did in one round. */
export interface Sample {
  /** Things done in a second. */
  rate: number;
  /** Processor time that one of them took the server, in microseconds, where it has a process of its own. */
  cpu?: number;
}

export interface Round {
  ours: Sample;
  theirs: Sample;
}

/**
 * Runs two things in turns, which goes first changing from round to round: whatever else this machine does
 * meets both alike. The first round warms up and does not count.
 */
export async function interleave(
  rounds: number,
  ours: () => Promise<Sample>,
  theirs: () => Promise<Sample>,
): Promise<Round[]> {
  const done: Round[] = [];
  for (let i = 0; i <= rounds; i++) {
    const first = i % 2 === 0 ? await ours() : await theirs();
    const second = i % 2 === 0 ? await theirs() : await ours();
    if (i > 0) done.push(i % 2 === 0 ? { ours: first, theirs: second } : { ours: second, theirs: first });
  }
  return done;
}

/** The line of a comparison: the median of the rounds' ratios, how far they lay apart, and what they are made of. */
export function ratioMeasure(name: string, rounds: readonly Round[], least: number): Measure {
  const ratios = rounds.map(({ ours, theirs }) => ours.rate / theirs.rate);
  const ratio = median(ratios);
  const of = (side: keyof Round, key: keyof Sample) =>
    Math.round(median(rounds.map((round) => round[side][key] ?? 0))).toLocaleString('en');
  const cpu = `; ${of('ours', 'cpu')} against ${of('theirs', 'cpu')} µs of processor each`;
  return {
    name,
    target: `≥ ${least}`,
    result: ratio.toFixed(2),
    detail:
      `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} in ${rounds.length} rounds; ` +
      `${of('ours', 'rate')} against ${of('theirs', 'rate')} a second${rounds[0]?.ours.cpu ? cpu : ''}`,
    pass: ratio >= least,
  };
}
