import { z } from 'zod';
import { limits } from '../contract/limits.ts';
import { isLocale, locales } from '../contract/locales.ts';
import { requiredText } from '../contract/fields.ts';
import { staffRoles, type StaffRole } from '../contract/vocabulary.ts';
import type { Address } from '../domain/addresses.ts';
import { addStaff } from '../domain/staff/add.ts';
import {
  changeStaffAddress,
  removeStaff,
  resetPasskeys,
  resumeStaff,
  setStaffRole,
  suspendStaff,
  type Changed,
} from '../domain/staff/change.ts';
import type { BuiltDeps } from '../deps.ts';
import { readAddress, readEmail } from './address.ts';
import { positional, withDeps, type Command } from './command.ts';
import { CliError } from './error.ts';

const Role = z.enum(staffRoles);

function readRole(text: unknown): StaffRole {
  const role = Role.safeParse(text);
  if (role.success) return role.data;
  throw new CliError(`The role must be one of: ${staffRoles.join(', ')}. Nothing was changed.`);
}

const ended = 'Every session has ended: what was open is closed at the next click.';

/** A command that changes one person of the staff and says what that means. */
function change(
  word: string,
  summary: string,
  verb: (deps: BuiltDeps, address: Address) => Promise<Changed>,
  done: string,
): Command {
  return {
    words: ['staff', word],
    usage: `staff ${word} <address>`,
    summary,
    options: {},
    run: (positionals, _values, env, print) => {
      const address = readAddress(positionals);
      return withDeps(env, async (deps) => {
        orUnknown(await verb(deps, address));
        print(`${done} ${ended}`);
        await warnOfNoAdmin(deps, print);
        return 0;
      });
    },
  };
}

function orUnknown(changed: Changed): void {
  if (changed === 'changed') return;
  throw new CliError('Nobody of the staff has this address. Nothing was changed. See: npm run cli -- staff list');
}

async function warnOfNoAdmin(deps: BuiltDeps, print: (line: string) => void): Promise<void> {
  const staff = await deps.storage.sessions.staff();
  if (staff.some(({ role, status }) => role === 'admin' && status === 'active')) return;
  print('There is no active admin now. Make one: npm run cli -- staff role <address> admin');
}

/** Who works for the club at its console. */
export const staffCommands: Command[] = [
  {
    words: ['staff', 'add'],
    usage: 'staff add <address> --name <name> --role <admin|moderator> [--lang <fr|de|en|gsw>]',
    summary: 'Lets somebody use the console. They sign in there by a code to this address, and make a passkey.',
    options: { name: { type: 'string' }, role: { type: 'string' }, lang: { type: 'string' } },
    run: (positionals, values, env, print) => {
      const email = readEmail(positionals);
      const name = requiredText(limits.firstName).safeParse(values['name']);
      if (!name.success)
        throw new CliError('The name is missing or too long: write --name "Camille Roth". Nothing was changed.');
      const role = readRole(values['role']);
      const { lang } = values;
      if (lang !== undefined && !isLocale(lang)) {
        throw new CliError(`--lang must be one of: ${locales.join(', ')}. Nothing was changed.`);
      }
      return withDeps(env, async (deps, config) => {
        const language = lang ?? config.club.defaultLanguage;
        const id = await addStaff(deps, { name: name.data, email, role, language });
        if (id === undefined) {
          throw new CliError(
            'Somebody of the staff has this address already. Nothing was changed. See: npm run cli -- staff list',
          );
        }
        print(`${name.data} may sign in as ${role} at ${config.publicUrl}/console, by a code to this address.`);
        return 0;
      });
    },
  },
  {
    words: ['staff', 'list'],
    usage: 'staff list',
    summary: 'Lists the staff: address, role, status, passkeys, name.',
    options: {},
    run: (_positionals, _values, env, print) =>
      withDeps(env, async (deps) => {
        const staff = await deps.storage.sessions.staff();
        if (staff.length === 0)
          print('Nobody yet. Begin with: npm run cli -- staff add <address> --name <name> --role admin');
        for (const { id, email, role, status, name } of staff) {
          const passkeys = await deps.storage.sessions.passkeys(id);
          print([email, role, status, `${passkeys.length} passkey(s)`, name].join('\t'));
        }
        return 0;
      }),
  },
  change('suspend', 'Shuts somebody out of the console, at once.', suspendStaff, 'They cannot sign in any more.'),
  change('resume', 'Lets somebody in again who was suspended.', resumeStaff, 'They may sign in again.'),
  change(
    'remove',
    'Erases name and address of somebody who works here no longer, also for a partner. It cannot be undone.',
    removeStaff,
    'Their name and address are erased; what they decided stays, under a number.',
  ),
  change(
    'reset-passkeys',
    'Forgets the passkeys of somebody who lost theirs: the next sign-in makes a new one.',
    resetPasskeys,
    'Their passkeys are forgotten.',
  ),
  {
    words: ['staff', 'role'],
    usage: 'staff role <address> <admin|moderator>',
    summary: 'Gives somebody of the staff another role.',
    options: {},
    run: (positionals, _values, env, print) => {
      const address = readAddress(positionals);
      const role = readRole(positional(positionals, 1, 'The role'));
      return withDeps(env, async (deps) => {
        orUnknown(await setStaffRole(deps, address, role));
        print(`The role is ${role} now. ${ended}`);
        await warnOfNoAdmin(deps, print);
        return 0;
      });
    },
  },
  {
    words: ['staff', 'address'],
    usage: 'staff address <old address> <new address>',
    summary: 'Gives somebody of the staff another mail address to sign in by.',
    options: {},
    run: (positionals, _values, env, print) => {
      const from = readAddress(positionals, 0, 'The old address');
      const email = readEmail(positionals, 1, 'The new address');
      return withDeps(env, async (deps) => {
        const changed = await changeStaffAddress(deps, from, email);
        if (changed === 'taken')
          throw new CliError('Somebody else of the staff has the new address. Nothing was changed.');
        orUnknown(changed);
        print(`Codes go to the new address from now on. ${ended}`);
        return 0;
      });
    },
  },
];
