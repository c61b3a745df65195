import { z } from 'zod';
import type { FieldProblem } from '../contract/codes.ts';
import { partnerLimits } from '../contract/limits.ts';
import { requiredText, Slug } from '../contract/fields.ts';
import { partnerKinds } from '../contract/vocabulary.ts';
import type { BuiltDeps } from '../deps.ts';
import { DomainError } from '../domain/errors.ts';
import { readOrigins, slugProblem } from '../domain/partners/fields.ts';
import { addPartner, setPartnerOrigins, setPartnerPaused } from '../domain/partners/manage.ts';
import type { Partner } from '../domain/partners/partner.ts';
import { positional, withDeps, type Command, type Env, type Print, type Values } from './command.ts';
import { CliError } from './error.ts';

/** A slug, or a sentence that says what one is. */
export function readSlug(positionals: string[], isKnown = true): string {
  const text = positional(positionals, 0, "The partner's short name");
  if (isKnown ? Slug.safeParse(text).success : slugProblem(text) === undefined) return text;
  throw new CliError(
    `"${text}" cannot be a partner's short name: write lower-case letters, digits and dashes. Nothing was changed.`,
  );
}

/** Every `--origin`, as it is kept. */
function originsOf(values: Values): string[] {
  const texts = (values['origin'] as string[] | undefined) ?? [];
  if (texts.length === 0) {
    throw new CliError('The origin is missing: write --origin https://www.example.org. Nothing was changed.');
  }
  const errors: FieldProblem[] = [];
  const origins = readOrigins(texts.map((text) => text.replace(/[\r\n]/g, ' ')).join('\n'), errors);
  const wrong = errors[0];
  if (!wrong) return origins;
  if (wrong.code === 'too_many') throw new CliError(`At most ${partnerLimits.origins} origins. Nothing was changed.`);
  const text = texts[Number(wrong.field.split('.')[1]) - 1] ?? '';
  throw new CliError(
    wrong.code === 'origin_too_wide'
      ? `"${text}" would cover pages of strangers: a wildcard needs a name of the partner's own after it, e.g. --origin "https://*.example.org". Nothing was changed.`
      : `"${text}" is no origin: write scheme and host only, e.g. --origin https://www.example.org, or --origin "https://*.example.org" for every host under a name. Nothing was changed.`,
  );
}

/** @throws {CliError} nobody is called so */
export async function partnerOf({ storage }: Pick<BuiltDeps, 'storage'>, slug: string): Promise<Partner> {
  const partner = await storage.partnerBySlug(slug);
  if (partner) return partner;
  throw new CliError(`No partner is called "${slug}". Nothing was changed. See: npm run cli -- partner list`);
}

async function setPaused(env: Env, print: Print, positionals: string[], paused: boolean): Promise<number> {
  const slug = readSlug(positionals);
  return withDeps(env, async (deps) => {
    await setPartnerPaused(deps, undefined, await partnerOf(deps, slug), paused).catch((error: unknown) => {
      if (!(error instanceof DomainError) || error.code !== 'wrong_state') throw error;
      throw new CliError('The club’s own pages are never paused. Nothing was changed.');
    });
    print(
      paused
        ? `${slug} is paused: its widgets show their fallback link. Undo: npm run cli -- partner resume ${slug}`
        : `${slug} is active.`,
    );
    return 0;
  });
}

const originOptions = { origin: { type: 'string', multiple: true }, local: { type: 'boolean' } } as const;

/** Whose pages may carry the widgets. */
export const partnerCommands: Command[] = [
  {
    words: ['partner', 'add'],
    usage: 'partner add <short-name> --name <name> --origin <https://…> [--origin …] [--kind <kind>] [--local]',
    summary:
      'Lets the pages of an origin carry the widgets. "https://*.example.org": every host under it. --local: localhost too.',
    options: { ...originOptions, name: { type: 'string' }, kind: { type: 'string', default: 'business' } },
    run(positionals, values, env, print) {
      const slug = readSlug(positionals, false);
      const name = requiredText(partnerLimits.name).safeParse(values['name']).data?.trim();
      if (name === undefined)
        throw new CliError('The name is missing: write --name "Ville de Mulhouse". Nothing was changed.');
      const kind = z.enum(partnerKinds).safeParse(values['kind']).data;
      if (kind === undefined) {
        throw new CliError(`--kind must be one of: ${partnerKinds.join(', ')}. Nothing was changed.`);
      }
      const origins = originsOf(values).join('\n');
      return withDeps(env, async (deps, config) => {
        const said = { kind, names: { [config.club.defaultLanguage]: name }, origins, allowsLocal: !!values['local'] };
        const unsaid = { returnUrls: '', accent: '', languages: [], contacts: [] };
        await addPartner(deps, undefined, slug, { ...said, ...unsaid }).catch((error: unknown) => {
          if (!(error instanceof DomainError) || error.code !== 'partner_taken') throw error;
          throw new CliError(
            `A partner is already called "${slug}". Nothing was changed. See: npm run cli -- partner list`,
          );
        });
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
          const { slug, status, name, origins, allowsLocal } = partner;
          const { partner: members } = await deps.storage.counts(partner.id);
          const places = [...origins, ...(allowsLocal ? ['localhost'] : [])].join(' ');
          print([slug, status, `${members} members`, name, places].join('\t'));
        }
        return 0;
      }),
  },
  {
    words: ['partner', 'origins'],
    usage: 'partner origins <short-name> --origin <https://…> [--origin …] [--local]',
    summary:
      'Replaces the list of origins whose pages may carry the widgets. Write the whole list; without --local, localhost is off it.',
    options: originOptions,
    run(positionals, values, env, print) {
      const slug = readSlug(positionals);
      const origins = originsOf(values);
      const allowsLocal = !!values['local'];
      return withDeps(env, async (deps) => {
        await setPartnerOrigins(deps, undefined, await partnerOf(deps, slug), { origins, allowsLocal });
        print(
          `${slug} has these origins now, and no others: ${[...origins, ...(allowsLocal ? ['localhost'] : [])].join(' ')}`,
        );
        return 0;
      });
    },
  },
  {
    words: ['partner', 'pause'],
    usage: 'partner pause <short-name>',
    summary: 'Stops the widgets of a partner: they show their fallback link.',
    options: {},
    run: (positionals, _values, env, print) => setPaused(env, print, positionals, true),
  },
  {
    words: ['partner', 'resume'],
    usage: 'partner resume <short-name>',
    summary: 'Lets a paused partner carry the widgets again.',
    options: {},
    run: (positionals, _values, env, print) => setPaused(env, print, positionals, false),
  },
];
