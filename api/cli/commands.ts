import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Slug } from '../contract/fields.ts';
import { hashInvitation } from '../domain/invitations.ts';
import { addPartner, clubPartnerSlug, parseOrigin } from '../domain/partners/manage.ts';
import { badgeCommands } from './badges.ts';
import { exportCommands } from './exports.ts';
import { positional, withDeps, type Command, type Env, type Print, type Values } from './command.ts';
import { CliError } from './error.ts';
import { importMembers } from './import.ts';
import { keyCommands } from './keys.ts';
import { memberCommands } from './members.ts';
import { staffCommands } from './staff.ts';

/** A slug, or a sentence that says what one is. */
function readSlug(text: string): string {
  if (Slug.safeParse(text).success) return text;
  throw new CliError(
    `"${text}" cannot be a partner's short name: write lower-case letters, digits and dashes. Nothing was changed.`,
  );
}

/** Every `--origin`, as browsers send it. */
function readOrigins(values: Values): string[] {
  const origins = ((values['origin'] as string[] | undefined) ?? []).map((text) => {
    const origin = parseOrigin(text);
    if (origin === undefined) {
      throw new CliError(
        `"${text}" is no origin: write scheme and host only, e.g. --origin https://www.example.org. Nothing was changed.`,
      );
    }
    return origin;
  });
  if (origins.length === 0) {
    throw new CliError('The origin is missing: write --origin https://www.example.org. Nothing was changed.');
  }
  return origins;
}

function unknownPartner(slug: string): CliError {
  return new CliError(`No partner is called "${slug}". Nothing was changed. See: npm run cli -- partner list`);
}

async function setStatus(env: Env, print: Print, positionals: string[], status: 'active' | 'paused'): Promise<number> {
  const slug = readSlug(positional(positionals, 0, "The partner's short name"));
  return withDeps(env, async (deps) => {
    if (!(await deps.storage.setPartnerStatus(slug, status))) throw unknownPartner(slug);
    print(
      status === 'paused'
        ? `${slug} is paused: its widgets show their fallback link. Undo: npm run cli -- partner resume ${slug}`
        : `${slug} is active.`,
    );
    return 0;
  });
}

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
  {
    words: ['partner', 'add'],
    usage: 'partner add <short-name> --name <name> --origin <https://…> [--origin …] [--kind <kind>]',
    summary: 'Lets the pages of an origin carry the widgets.',
    options: {
      name: { type: 'string' },
      origin: { type: 'string', multiple: true },
      kind: { type: 'string', default: 'business' },
    },
    run: (positionals, values, env, print) => {
      const slug = readSlug(positional(positionals, 0, "The partner's short name"));
      const { data: name } = z.string().trim().min(1).max(120).safeParse(values['name']);
      if (name === undefined)
        throw new CliError('The name is missing: write --name "Ville de Mulhouse". Nothing was changed.');
      const origins = readOrigins(values);
      return withDeps(env, async (deps, config) => {
        if (await deps.storage.partnerBySlug(slug)) {
          throw new CliError(
            `A partner is already called "${slug}". Nothing was changed. See: npm run cli -- partner list`,
          );
        }
        await addPartner(deps, { slug, name, kind: String(values['kind']), origins, status: 'active' });
        print(`${slug} was added. Its two lines:\n`);
        print(`<script type="module" src="${config.publicUrl}/widgets/1/loader.js"></script>`);
        print(
          `<ambassador-signup partner="${slug}"><a href="${config.publicUrl}/join?partner=${slug}">${config.club.name[config.club.defaultLanguage]}</a></ambassador-signup>`,
        );
        return 0;
      });
    },
  },
  {
    words: ['partner', 'list'],
    usage: 'partner list',
    summary: 'Lists the partners, their origins and what each brought.',
    options: {},
    run: (_positionals, _values, env, print) =>
      withDeps(env, async (deps) => {
        for (const partner of await deps.storage.partners()) {
          const { partner: members } = await deps.storage.counts(partner.id);
          print(
            [partner.slug, partner.status, `${members} members`, partner.name, partner.origins.join(' ')].join('\t'),
          );
        }
        return 0;
      }),
  },
  {
    words: ['partner', 'origins'],
    usage: 'partner origins <short-name> --origin <https://…> [--origin …]',
    summary: 'Replaces the list of origins whose pages may carry the widgets. Write the whole list.',
    options: { origin: { type: 'string', multiple: true } },
    run: (positionals, values, env, print) => {
      const slug = readSlug(positional(positionals, 0, "The partner's short name"));
      const origins = readOrigins(values);
      return withDeps(env, async (deps) => {
        if (!(await deps.storage.setPartnerOrigins(slug, origins))) throw unknownPartner(slug);
        print(`${slug} has these origins now, and no others: ${origins.join(' ')}`);
        return 0;
      });
    },
  },
  {
    words: ['partner', 'pause'],
    usage: 'partner pause <short-name>',
    summary: 'Stops the widgets of a partner: they show their fallback link.',
    options: {},
    run: (positionals, _values, env, print) => setStatus(env, print, positionals, 'paused'),
  },
  {
    words: ['partner', 'resume'],
    usage: 'partner resume <short-name>',
    summary: 'Lets a paused partner carry the widgets again.',
    options: {},
    run: (positionals, _values, env, print) => setStatus(env, print, positionals, 'active'),
  },
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
