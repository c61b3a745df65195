import type { Config } from '../api/config.ts';
import { startServer, type RunningServer } from '../api/server.ts';
import { demoPages } from './pages.ts';
import { seed } from './seed.ts';
import { sites } from './sites.ts';

/** Ports of the partner sites, in their order: those after the club's. */
export function partnerPorts(config: Pick<Config, 'port'>): number[] {
  return sites.map((_, index) => config.port + 1 + index);
}

/** Starts the club of the demo: its pages, its documentation, its invented people. */
export function startClub(config: Config): Promise<RunningServer> {
  const ports = partnerPorts(config);
  const origins = Object.fromEntries(sites.map(({ slug }, index) => [slug, `http://localhost:${ports[index]}`]));
  return startServer(config, {
    demoPages,
    prepare: (deps) => seed(deps, { now: deps.clock.now(), origins: { ...origins, club: config.publicUrl } }),
  });
}
