import { badgeIdIn } from '../domain/badges/badge-id.ts';
import { endByStaff, restoreByStaff } from '../domain/badges/end-by-staff.ts';
import { reinstateMember } from '../domain/memberships/reinstate.ts';
import { suspendMember } from '../domain/memberships/suspend.ts';
import { readAddress } from './address.ts';
import { positional, withDeps, type Command } from './command.ts';
import { CliError } from './error.ts';

const seen = 'Pictures and pages say so at once; who checks by the status list knows within five minutes.';
const unknownMember = 'No member has this address. Nothing was changed.';
const unknownBadge =
  'No badge has this id or address. Its id is what stands behind /b/, 22 letters and digits. Nothing was changed.';

const notRestored = {
  unknown: unknownBadge,
  other: 'This badge was not ended by the staff. Nothing was changed.',
  suspended: 'Its holder is suspended or has left. Nothing was changed. See: npm run cli -- member reinstate <address>',
} as const;

/** @throws {CliError} when it is neither an id nor the address of a badge */
function readBadgeId(positionals: string[]): string {
  const id = badgeIdIn(positional(positionals, 0, "The badge's id or address"));
  if (id === undefined) throw new CliError(unknownBadge);
  return id;
}

const count = (badges: number) => `${badges} ${badges === 1 ? 'badge' : 'badges'}`;

/** What an operator does about badges and about those who hold them. */
export const badgeCommands: Command[] = [
  {
    words: ['member', 'suspend'],
    usage: 'member suspend <address>',
    summary: 'Ends every badge of a member, and lets them ask for none. The membership and the stories stay.',
    options: {},
    run: (positionals, _values, env, print) => {
      const address = readAddress(positionals);
      return withDeps(env, async (deps) => {
        const suspension = await suspendMember(deps, address);
        if (suspension.outcome === 'unknown') throw new CliError(unknownMember);
        if (suspension.outcome === 'same') throw new CliError('This member is suspended already. Nothing was changed.');
        print(`The member is suspended. Ended: ${count(suspension.badges)}.`);
        if (suspension.badges > 0) print(seen);
        print('Kept: the membership, what the person agreed to, their stories and their sessions.');
        print('Undo: npm run cli -- member reinstate <address>');
        return 0;
      });
    },
  },
  {
    words: ['member', 'reinstate'],
    usage: 'member reinstate <address>',
    summary: 'Ends a suspension. The badges that it ended are valid again, at the same addresses.',
    options: {},
    run: (positionals, _values, env, print) => {
      const address = readAddress(positionals);
      return withDeps(env, async (deps) => {
        const back = await reinstateMember(deps, address);
        if (back.outcome === 'unknown') throw new CliError(unknownMember);
        if (back.outcome === 'same') throw new CliError('This member is not suspended. Nothing was changed.');
        print(`The member is reinstated. Valid again: ${count(back.revived)}.`);
        if (back.unproven > 0) {
          print(
            `${count(back.unproven)} of a business: their holder asks for them again, on the page of their badges.`,
          );
        }
        if (back.revived > 0) print('Files that were downloaded before stay worthless: download them anew.');
        return 0;
      });
    },
  },
  {
    words: ['badge', 'end'],
    usage: 'badge end <id or address>',
    summary: 'Ends one badge, which its holder cannot bring back. They stay a member.',
    options: {},
    run: (positionals, _values, env, print) => {
      const id = readBadgeId(positionals);
      return withDeps(env, async (deps) => {
        const outcome = await endByStaff(deps, id);
        if (outcome === 'unknown') throw new CliError(unknownBadge);
        if (outcome === 'same') throw new CliError('This badge has ended before. Nothing was changed.');
        print(`The badge has ended. ${seen}`);
        print(`Undo: npm run cli -- badge restore ${id}`);
        return 0;
      });
    },
  },
  {
    words: ['badge', 'restore'],
    usage: 'badge restore <id or address>',
    summary: 'Makes a badge valid again that "badge end" has ended.',
    options: {},
    run: (positionals, _values, env, print) => {
      const id = readBadgeId(positionals);
      return withDeps(env, async (deps) => {
        const outcome = await restoreByStaff(deps, id);
        if (outcome === 'restored')
          print('The badge is valid again. Files that were downloaded before stay worthless.');
        else if (outcome === 'unproven')
          print(
            'The domain was not found proven lately. Its holder asks for the badge again, on the page of their badges.',
          );
        else throw new CliError(notRestored[outcome]);
        return 0;
      });
    },
  },
];
