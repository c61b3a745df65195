/**
 * Does the time of an answer tell whose address it was? Sign-ups for addresses that are new, pending,
 * active and suppressed, in random turns on one connection. For each pair: how likely a sign-up of one
 * kind took longer than one of the other (Mann–Whitney). A half means that time says nothing. A twin of
 * the server that answers at once and has a leak of 0.6 ms must be told apart, else the bench is deaf and
 * its silence worthless.
 */
import { benchDir } from './disk.ts';
import { Connection } from './http-client.ts';
import type { Bench, Measure } from './measure.ts';
import { people, states, type State } from './people.ts';
import { startClub } from './processes.ts';
import { signUpRequest } from './visitors.ts';

const each = people.each;
const margin = 0.05;
const warmUp = 200;

type Times = Record<State, number[]>;

/** Likelihood that something of `a` is greater than something of `b`, equals counted half. */
export function greaterThan(a: readonly number[], b: readonly number[]): number {
  const all = [...a.map((value) => ({ value, mine: true })), ...b.map((value) => ({ value, mine: false }))];
  all.sort((one, other) => one.value - other.value);
  let wins = 0;
  let below = 0;
  for (let i = 0; i < all.length;) {
    let mine = 0;
    let theirs = 0;
    for (const { value } = all[i]!; i < all.length && all[i]!.value === value; i++) {
      if (all[i]!.mine) mine++;
      else theirs++;
    }
    wins += mine * (below + theirs / 2);
    below += theirs;
  }
  return wins / (a.length * b.length);
}

async function measure(dataDir: string, asked: readonly State[], env: Record<string, string> = {}): Promise<Times> {
  const server = await startClub(dataDir, { BENCH_PEOPLE: '1', ...env });
  const connection = await Connection.open(server.port);
  const times: Times = { new: [], pending: [], active: [], suppressed: [] };
  try {
    for (let i = 0; i < warmUp; i++) await connection.send(await signUpRequest(`warm.${i}@example.org`));
    for (let i = 0; i < each; i++) {
      for (const state of shuffled(asked)) {
        const request = await signUpRequest(people.address(state, i));
        const start = performance.now();
        const status = await connection.send(request);
        times[state].push(performance.now() - start);
        if (status !== 202) throw new Error(`answers: a sign-up was answered with ${status}.`);
      }
    }
  } finally {
    connection.close();
    await server.stop();
  }
  return times;
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** What the answers of the sign-up route give away. */
export const answersBench: Bench = {
  name: 'answers',
  async run(): Promise<Measure[]> {
    const dir = benchDir();
    try {
      const times = await measure(`${dir.path}/flat`, states);
      const leaky = await measure(`${dir.path}/leaky`, ['new', 'active'], { BENCH_LEAK: '0.6' });
      const pairs = states.flatMap((a, i) =>
        states.slice(i + 1).map((b) => ({ a, b, likely: greaterThan(times[a], times[b]) })),
      );
      const worst = pairs.toSorted((one, other) => Math.abs(other.likely - 0.5) - Math.abs(one.likely - 0.5))[0]!;
      const shown = greaterThan(leaky.active, leaky.new);
      return [
        {
          name: 'answers alike in time, whoever the address belongs to',
          target: `0.5 ± ${margin}`,
          result: worst.likely.toFixed(3),
          detail: pairs.map(({ a, b, likely }) => `${a}/${b} ${likely.toFixed(2)}`).join(', ') + `; ${each} of each`,
          pass: Math.abs(worst.likely - 0.5) <= margin,
        },
        {
          name: 'the same bench hears a leak of 0.6 ms',
          target: `> ${0.5 + margin}`,
          result: shown.toFixed(3),
          detail: `active/new on a twin that leaks and answers at once; ${each} of each`,
          pass: shown > 0.5 + margin,
        },
      ];
    } finally {
      dir.remove();
    }
  },
};
