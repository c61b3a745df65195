import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { hashInvitation } from '../domain/invitations.ts';
import { clubPartnerSlug } from '../domain/partners/name.ts';
import { badgeCommands } from './badges.ts';
import { positional, withDeps, type Command } from './command.ts';
import { exportCommands } from './exports.ts';
import { CliError } from './error.ts';
import { importMembers } from './import.ts';
import { keyCommands } from './keys.ts';
import { memberCommands } from './members.ts';
import { partnerPeopleCommands } from './partner-people.ts';
import { partnerCommands } from './partners.ts';
import { staffCommands } from './staff.ts';

export const commands: Command[] = [
  {
    words: ['migrate'],
    usage: 'migrate [--list]',
    summary: 'Brings the database up to date, or lists what is pending. Make a backup first.',
    options: { list: { type: 'boolean' } },
    run: (_positionals, { list }, env, print) =>
      withDeps(
        env,
        async (deps) => {
          const names = list ? await deps.storage.pending() : await deps.storage.migrate();
          const done = list ? 'pending' : 'applied';
          print(
            names.length === 0 ? 'The database is up to date.' : names.map((name) => `${done}: ${name}`).join('\n'),
          );
          return 0;
        },
        { migrated: false },
      ),
  },
  ...partnerCommands,
  ...partnerPeopleCommands,
  {
    words: ['invite'],
    usage: 'invite <circle> [--places <n>] [--days <n>]',
    summary: 'Makes an invitation code for a circle that needs one. It is shown once.',
    options: { places: { type: 'string', default: '1' }, days: { type: 'string', default: '90' } },
    run: (positionals, values, env, print) => {
      const id = positional(positionals, 0, 'The circle');
      const numbers = z.object({
        places: z.coerce.number().int().min(1).max(10_000),
        days: z.coerce.number().int().min(1).max(3650),
      });
      const parsed = numbers.safeParse(values);
      if (!parsed.success) throw new CliError('--places and --days must be whole numbers from 1. Nothing was changed.');
      return withDeps(env, async (deps, config) => {
        const invited = config.club.circles.filter((circle) => circle.byInvitation).map((circle) => circle.id);
        if (!invited.includes(id)) {
          throw new CliError(
            `"${id}" takes no invitations. Circles that do: ${invited.join(', ') || 'none'}. Nothing was changed.`,
          );
        }
        // 80 bits in groups that can be read aloud.
        const code = randomBytes(10).toString('hex').toUpperCase().match(/.{5}/g)!.join('-');
        const now = deps.clock.now();
        const expiresAt = now + parsed.data.days * 86_400_000;
        await deps.storage.insertInvitation(hashInvitation(code), id, parsed.data.places, expiresAt, now);
        print(
          `${code}\nFor ${parsed.data.places} person(s), until ${new Date(expiresAt).toISOString().slice(0, 10)}. It is not stored in clear: copy it now.`,
        );
        return 0;
      });
    },
  },
  {
    words: ['import'],
    usage: 'import <members.csv> [--dry-run] [--partner <short-name>]',
    summary: 'Brings in a founders’ list, each line with the date and source of the consent. Reports every line.',
    options: { 'dry-run': { type: 'boolean' }, partner: { type: 'string', default: clubPartnerSlug } },
    run: (positionals, values, env, print) => {
      const file = positional(positionals, 0, 'The file');
      let text: string;
      try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
      } catch (error) {
        const reason = error instanceof TypeError ? 'is not UTF-8: save it as "CSV UTF-8"' : 'cannot be read';
        throw new CliError(`${file} ${reason}. Nothing was imported.`);
      }
      return withDeps(env, (deps) =>
        importMembers(deps, text, { dryRun: values['dry-run'] === true, partner: String(values['partner']), print }),
      );
    },
  },
  ...keyCommands,
  ...memberCommands,
  ...badgeCommands,
  ...exportCommands,
  ...staffCommands,
];
