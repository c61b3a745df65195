/** The process that loads a server: many connections, each with one request under way. */
import { Connection } from './http-client.ts';
import { badgeStatusRequest, counterRequest, feedRequest, pictureRequest, signUpRequest } from './visitors.ts';

/** What to do. Sign-ups are numbered, so that no two have the same address. */
export interface LoadOrder {
  port: number;
  what: 'counter' | 'feed' | 'picture' | 'badge-status' | 'sign-up';
  from: number;
  amount: number;
  connections: number;
}

/** What came of it: answers a second, or why it came to nothing. */
export type LoadReport = { rate: number } | { error: string };

async function requestsOf({ what, from, amount }: LoadOrder): Promise<Buffer[]> {
  const reads = {
    counter: counterRequest,
    feed: feedRequest,
    picture: pictureRequest,
    'badge-status': badgeStatusRequest,
  };
  if (what !== 'sign-up') return Array.from({ length: amount }, () => reads[what]());
  const requests: Buffer[] = [];
  for (let i = 0; i < amount; i++) requests.push(await signUpRequest(`odile.${from + i}@example.org`));
  return requests;
}

async function fire(order: LoadOrder): Promise<LoadReport> {
  const requests = await requestsOf(order);
  const expected = order.what === 'sign-up' ? 202 : 200;
  const connections = await Promise.all(Array.from({ length: order.connections }, () => Connection.open(order.port)));
  let next = 0;
  const start = performance.now();
  await Promise.all(
    connections.map(async (connection) => {
      while (next < requests.length) {
        const status = await connection.send(requests[next++]!);
        if (status !== expected) throw new Error(`A ${order.what} was answered with ${status}.`);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  for (const connection of connections) connection.close();
  return { rate: order.amount / seconds };
}

process.on('message', (order: LoadOrder) => {
  fire(order)
    .catch((error: unknown): LoadReport => ({ error: String(error) }))
    .then((report) => process.send!(report))
    .catch(() => process.exit(1));
});
