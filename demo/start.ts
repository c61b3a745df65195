/**
 * `npm start`: the whole demo on one machine. The club and three partner sites, each on an origin of its
 * own, with invented founders. In production (`MODE=production`) it is the club alone.
 */
import { ConfigError, parseConfig, type Config } from '../api/config.ts';
import { badgePaths } from '../api/contract/badge.ts';
import { embedPaths } from '../api/contract/embed.ts';
import { paths } from '../api/contract/paths.ts';
import { mailFolder } from '../api/deps.ts';
import { StartError } from '../api/server.ts';
import { buildIfStale } from './build.ts';
import { partnerPorts, startClub } from './club.ts';
import { demoBadgeId } from './seed-badges.ts';
import { demoPartnerPeople } from './seed-partners.ts';
import { demoInvitation } from './seed.ts';
import { demoAuthor, demoStaff } from './seed-stories.ts';
import { servePartners } from './serve-partners.ts';

async function startDemo(config: Config): Promise<void> {
  const server = await startClub(config);
  let partners: Awaited<ReturnType<typeof servePartners>>;
  try {
    partners = await servePartners({
      club: config.publicUrl,
      host: config.host,
      ports: partnerPorts(config),
    });
  } catch (error) {
    await server.stop();
    throw error;
  }
  const end = () => void Promise.all([partners.close(), server.stop()]).then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  // Last: whoever reads that it is open may stop it at once.
  announce(config, partners.sites);
}

function announce(config: Config, partners: { name: string; origin: string }[]): void {
  const rows: [string, string][] = [
    ['The club', config.publicUrl],
    ...partners.map(({ name, origin }): [string, string] => [name, origin]),
    ['A badge', `${config.publicUrl}${badgePaths.page(demoBadgeId('author'))}`],
    ['Check a badge', `${config.publicUrl}${paths.verify}`],
    ['A widget for your site', `${config.publicUrl}${embedPaths.configurator}`],
    ['Moderation', `${config.publicUrl}/console`],
    ['A partner’s own page', `${config.publicUrl}${embedPaths.partnerSpace}`],
    ['Widgets, one by one', `${config.publicUrl}/demo/widgets/index.html`],
  ];
  if (!config.smtpUrl) {
    // Under a name that others can reach, mails are not on screen: they are the keys to other people's memberships.
    rows.push(['Mails that were sent', config.mailbox ? `${config.publicUrl}/dev/mailbox` : mailFolder(config)]);
  }
  const width = Math.max(...rows.map(([name]) => name.length));
  const list = rows.map(([name, address]) => `  ${name.padEnd(width)}  ${address}`).join('\n');
  process.stdout.write(`
The demo is open. Its people are invented; its data is in ${config.dataDir}

${list}

  Invitation for the VIP circle: ${demoInvitation}
  Sign in with a code from the mailbox, as staff: ${demoStaff.map(({ email, role }) => `${email} (${role})`).join(', ')}
                                       as an author: ${demoAuthor}
                                       for a partner: ${demoPartnerPeople.map(({ email }) => email).join(', ')}
  Stop with Ctrl+C.
`);
}

try {
  const config = parseConfig(process.env);
  await buildIfStale();
  if (config.mode === 'production') {
    await import('../api/main.ts');
  } else {
    await startDemo(config);
  }
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
