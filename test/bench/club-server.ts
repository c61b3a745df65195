/**
 * The club's server in a process of its own, as production starts it. What the environment may change, for
 * comparisons: `BENCH_WRITE=none` leaves the write out, `BENCH_LEAK=<ms>` makes it tell who is a member,
 * `BENCH_PEOPLE=1` lets people exist before the first request, `BENCH_STORIES=<count>` stories, `BENCH_BADGE=1` a
 * badge; `BENCH_MEMBERS=<count>` members who have none yet, and who get theirs once the server runs.
 */
import { parseConfig } from '../../api/config.ts';
import type { BuiltDeps } from '../../api/deps.ts';
import { startServer } from '../../api/server.ts';
import { openStorage } from '../../api/storage/index.ts';
import { bringBadge, bringMembers } from './badge-holders.ts';
import { partnerOrigin, slug } from './club.ts';
import { bringPeople } from './people.ts';
import { bringStories } from './stories.ts';
import { reportUsage } from './usage.ts';

const config = parseConfig(process.env);
const tables = openStorage({ databaseUrl: undefined, dataDir: config.dataDir });
await tables.migrate();
await tables.close();

async function prepare(deps: BuiltDeps): Promise<void> {
  const { storage, clock } = deps;
  const id = await storage.insertPartner(
    { slug, kind: 'city', name: 'Ville de Mulhouse (démo)', origins: [partnerOrigin], status: 'active' },
    clock.now(),
  );
  if (process.env['BENCH_PEOPLE']) await bringPeople(deps, id);
  if (process.env['BENCH_STORIES']) await bringStories(deps, id, Number(process.env['BENCH_STORIES']));
  if (process.env['BENCH_BADGE']) await bringBadge(deps, id);
  if (process.env['BENCH_MEMBERS']) await bringMembers(deps, id, Number(process.env['BENCH_MEMBERS']));
  // Signing is work of its own: only where a bench is about it.
  else storage.badges.membersWithout = () => Promise.resolve([]);
  // Sending mails is work of its own, and no request waits for it: here they stay in the outbox.
  storage.nextMailAt = () => Promise.resolve(undefined);
  if (process.env['BENCH_WRITE'] === 'none') {
    storage.write = <T>() => new Promise<T>((resolve) => setImmediate(resolve as () => void));
  }
  if (process.env['BENCH_LEAK']) leak(deps, Number(process.env['BENCH_LEAK']));
}

/** Makes sign-ups of members slower than others by so many milliseconds: what a bench must be able to see. */
function leak({ storage }: BuiltDeps, milliseconds: number): void {
  const write = storage.write.bind(storage);
  storage.write = (work) =>
    write((tx) => {
      const standing = tx.standing.bind(tx);
      tx.standing = async (...asked) => {
        const answer = await standing(...asked);
        const end = performance.now() + milliseconds;
        if (answer.member?.status === 'active') while (performance.now() < end);
        return answer;
      };
      return work(tx);
    });
}

// A leak is heard only by who is answered at once: the beat is what hides it.
const { answerBeat } = config;
const server = await startServer({ ...config, answerBeat: process.env['BENCH_LEAK'] ? 0 : answerBeat }, { prepare });
reportUsage();
process.send!({ port: server.port });
process.once('disconnect', () => void server.stop().then(() => process.exit(0)));
