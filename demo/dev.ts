/**
 * `npm run dev`: the demo while it is being worked on. Widgets are built again when their sources
 * change, the club starts again when its sources or the widgets do, and the partner sites load again
 * by themselves. Their policies are opened for that, here and nowhere else.
 */
import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ConfigError, parseConfig } from '../api/config.ts';
import { StartError } from '../api/server.ts';
import { build } from '../widgets/build.ts';
import { partnerPorts } from './club.ts';
import { servePartners } from './serve-partners.ts';
import { supervise } from './supervise.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Calls `changed` once for the many events that saving a file makes. */
function onChange(folder: string, wanted: (name: string) => boolean, changed: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  watch(folder, { recursive: true }, (_event, name) => {
    if (!name || !wanted(name)) return;
    clearTimeout(timer);
    timer = setTimeout(changed, 100);
  });
}

try {
  const config = parseConfig(process.env);
  // The builder sets NODE_ENV in this process; the club must not take itself for production.
  const club = supervise(path('dev-club.ts'), { ...process.env });
  const partners = await servePartners({
    club: config.publicUrl,
    host: config.host,
    ports: partnerPorts(config),
    live: true,
  });
  const restart = async (what: string) => {
    const ready = await club.restart();
    console.log(
      ready ? `${what}: the club runs.` : `${what}: the club did not start. Mend the source; it tries again.`,
    );
    if (ready) partners.reload();
  };

  await build({ watch: () => void restart('Widgets built') });
  await restart('Started');
  onChange(
    path('../api'),
    (name) => name.endsWith('.ts') || name.endsWith('.css'),
    () => void restart('API changed'),
  );
  onChange(
    path('.'),
    (name) => /^[^/\\]+\.(?:ts|json)$/.test(name),
    () => void restart('Demo changed'),
  );
  onChange(
    path('partners'),
    () => true,
    () => partners.reload(),
  );

  for (const [name, origin] of [
    ['The club', config.publicUrl],
    ...partners.sites.map((one) => [one.name, one.origin]),
  ]) {
    console.log(`  ${name}: ${origin}`);
  }
  const end = () => void Promise.all([partners.close(), club.stop()]).then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
