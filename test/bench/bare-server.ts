/** What an answer would cost if it were nothing but Hono: the same body from the same adapter. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { reportUsage } from './usage.ts';

const { BENCH_BODY: text = '', BENCH_PATH: path = '', BENCH_TYPE: type } = process.env;
const app = new Hono();
if (type === undefined) {
  const body = JSON.parse(text) as Record<string, unknown>;
  app.get(path, (c) => c.json(body));
} else {
  app.get(path, (c) => c.body(text, 200, { 'content-type': type }));
}
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
  reportUsage();
  process.send!({ port });
});
process.once('disconnect', () => server.close(() => process.exit(0)));
