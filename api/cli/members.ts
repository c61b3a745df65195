import { changeAddress } from '../domain/memberships/change-address.ts';
import { leaveOnRequest } from '../domain/memberships/leave-on-request.ts';
import type { Member } from '../domain/ports.ts';
import { liftSuppression } from '../domain/suppressions/lift.ts';
import { readAddress, readEmail } from './address.ts';
import { withDeps, type Command } from './command.ts';
import { CliError } from './error.ts';

/** By name and not by value: the report may be filed. */
function told(member: Member): string {
  const fields: [name: string, value: unknown][] = [
    ['mail address', member.email],
    ['first name', member.firstName],
    ['last name', member.lastName],
    ['place', member.place],
    ['organisation', member.organisation],
    ['sentence', member.sentence],
    ['newsletter', member.newsletter],
    ['appearing publicly', member.public],
    ['introductions', member.introductions],
  ];
  return fields
    .filter(([, value]) => value)
    .map(([name]) => name)
    .join(', ');
}

const came = 'where the person came from (page, campaign, network, or the source that an import named)';
const later = 'What the files still hold of it is cleared by the next purge of the running server.';

const notMoved = {
  unknown: 'No member has the old address. Somebody who has not confirmed signs up again.',
  taken: 'Somebody is known by the new address already. If it is the same person, end one membership first.',
  same: 'This is the address that the member has.',
} as const;

/** What an operator does for one person. */
export const memberCommands: Command[] = [
  {
    words: ['member', 'leave'],
    usage: 'member leave <address>',
    summary: 'Ends a membership for a person who asks, as the button in their mail does. Says what was erased.',
    options: {},
    run: (positionals, _values, env, print) => {
      const address = readAddress(positionals);
      return withDeps(env, async (deps) => {
        const departure = await leaveOnRequest(deps, address);
        if (departure.outcome === 'unknown') {
          throw new CliError(
            'Nobody is known by this address. A person may have signed up with another one. Nothing was changed.',
          );
        }
        const { outcome, member } = departure;
        print(outcome === 'left' ? 'The membership has ended.' : 'The person had not confirmed. The sign-up is gone.');
        print(`Erased: ${told(member)}; ${came}.`);
        print(
          outcome === 'left'
            ? 'Kept: that they had agreed, to which texts, from when until now; and a fingerprint, so that no import brings them back.'
            : 'Kept: a fingerprint, so that no import brings them in.',
        );
        print(later);
        return 0;
      });
    },
  },
  {
    words: ['member', 'address'],
    usage: 'member address <old address> <new address>',
    summary: 'Gives a member another mail address, once you have made sure that it is the same person.',
    options: {},
    run: (positionals, _values, env, print) => {
      const from = readAddress(positionals, 0, 'The old address');
      const email = readEmail(positionals, 1, 'The new address');
      return withDeps(env, async (deps) => {
        const { outcome } = await changeAddress(deps, from, email);
        if (outcome !== 'changed') throw new CliError(`${notMoved[outcome]} Nothing was changed.`);
        print('Mails go to the new address from now on.');
        print('Ended: every session, codes on their way, and the links to leave in mails to the old address.');
        print('Kept: the membership and what the person agreed to.');
        print(later);
        return 0;
      });
    },
  },
  {
    words: ['suppression', 'lift'],
    usage: 'suppression lift <address>',
    summary: 'Writes again to an address that a mail server said nobody has.',
    options: {},
    run: (positionals, _values, env, print) => {
      const address = readAddress(positionals);
      return withDeps(env, async (deps) => {
        if (!(await liftSuppression(deps, address))) {
          throw new CliError('This address is not on the list of those that get no more mail. Nothing was changed.');
        }
        print('The address may be written to again. Who was waiting for a mail has to sign up once more.');
        return 0;
      });
    },
  },
];
