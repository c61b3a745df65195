import { partnerLimits } from '../contract/limits.ts';
import { isLocale, locales } from '../contract/locales.ts';
import { DomainError } from '../domain/errors.ts';
import { addPerson, peopleOf, removePerson } from '../domain/partners/people.ts';
import { readAddress, readEmail } from './address.ts';
import { withDeps, type Command } from './command.ts';
import { CliError } from './error.ts';
import { partnerOf, readSlug } from './partners.ts';

/** Who of a partner's may sign in and see what is theirs. */
export const partnerPeopleCommands: Command[] = [
  {
    words: ['partner', 'person', 'add'],
    usage: 'partner person add <short-name> <address> --name <name> [--lang <fr|de|en|gsw>]',
    summary: 'Lets somebody of a partner’s see what is theirs. They sign in by a code to this address.',
    options: { name: { type: 'string' }, lang: { type: 'string' } },
    run(positionals, { name, lang }, env, print) {
      const slug = readSlug(positionals);
      const email = readEmail(positionals, 1);
      if (lang !== undefined && !isLocale(lang)) {
        throw new CliError(`--lang must be one of: ${locales.join(', ')}. Nothing was changed.`);
      }
      return withDeps(env, async (deps, config) => {
        const person = { name: String(name ?? ''), email, language: lang ?? config.club.defaultLanguage };
        const partner = await partnerOf(deps, slug);
        const done = await addPerson(deps, undefined, partner, person).catch((error: unknown) => {
          throw personError(error);
        });
        print(
          done === 'there'
            ? `They could see ${slug} before. Nothing was changed.`
            : `${person.name} may sign in at ${config.publicUrl}/partner, by a code to this address, and sees ${slug}.`,
        );
        return 0;
      });
    },
  },
  {
    words: ['partner', 'person', 'remove'],
    usage: 'partner person remove <short-name> <address>',
    summary: 'Takes a partner away from somebody, at once.',
    options: {},
    run(positionals, _values, env, print) {
      const slug = readSlug(positionals);
      const { canonical } = readAddress(positionals, 1);
      return withDeps(env, async (deps) => {
        const partner = await partnerOf(deps, slug);
        const person = (await peopleOf(deps, partner)).find(({ address }) => address === canonical);
        if (!person) {
          throw new CliError(
            `Nobody of ${slug} has this address. Nothing was changed. See: npm run cli -- partner person list ${slug}`,
          );
        }
        await removePerson(deps, undefined, partner, person.id);
        print(`${person.name} sees ${slug} no longer. Where they were signed in, they are signed out.`);
        return 0;
      });
    },
  },
  {
    words: ['partner', 'person', 'list'],
    usage: 'partner person list <short-name>',
    summary: 'Lists the people of a partner: address, status, name.',
    options: {},
    run(positionals, _values, env, print) {
      const slug = readSlug(positionals);
      return withDeps(env, async (deps) => {
        const people = await peopleOf(deps, await partnerOf(deps, slug));
        if (people.length === 0)
          print(`Nobody yet. Begin with: npm run cli -- partner person add ${slug} <address> --name <name>`);
        for (const { email, status, name } of people) print([email, status, name].join('\t'));
        return 0;
      });
    },
  },
];

function personError(error: unknown): unknown {
  const wrong = error instanceof DomainError ? error.errors?.[0] : undefined;
  if (!wrong) return error;
  if (wrong.field === 'personName') {
    return new CliError('The name is missing or too long: write --name "Camille Roth". Nothing was changed.');
  }
  return new CliError(
    wrong.code === 'too_many'
      ? `At most ${partnerLimits.people} people of one partner. Nothing was changed.`
      : 'Somebody of the club’s own staff has this address: they see every partner at the console. Nothing was changed.',
  );
}
