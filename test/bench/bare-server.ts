/** What an answer would cost if it were nothing but Hono: the same body from the same adapter. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { reportUsage } from './usage.ts';

const body = JSON.parse(process.env['BENCH_BODY']!) as Record<string, unknown>;
const app = new Hono();
app.get(process.env['BENCH_PATH']!, (c) => c.json(body));
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
  reportUsage();
  process.send!({ port });
});
process.once('disconnect', () => server.close(() => process.exit(0)));
