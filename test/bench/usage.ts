/** What a server process has used, told to whoever started it. */
export interface Usage {
  /** Processor time, in microseconds. */
  cpu: number;
  /** The most memory it was seen to hold, in bytes. */
  peak: number;
}

/** Often enough to see a peak between two collections, seldom enough not to be one. */
const sampleEvery = 50;

/** Watches this process and answers every `usage` message. */
export function reportUsage(): void {
  let peak = 0;
  const sample = () => (peak = Math.max(peak, process.memoryUsage.rss()));
  setInterval(sample, sampleEvery).unref();
  process.on('message', (message) => {
    if (message !== 'usage') return;
    sample();
    const { user, system } = process.cpuUsage();
    process.send!({ cpu: user + system, peak } satisfies Usage);
  });
}
