import { keyRoles, type KeyRole } from '../contract/badge-words.ts';
import { removeKey, rotateKeys, type NewKey } from '../domain/badges/rotate-key.ts';
import { withDeps, type Command, type Env, type Print, type Values } from './command.ts';
import { CliError } from './error.ts';

const signs: Record<KeyRole, string> = {
  badge: 'badges',
  status: 'the status lists',
  jwt: 'the second form of badges (JWT)',
};

const everyRole = 'all';

function readRoles(text: string): KeyRole[] {
  if (text === everyRole) return [...keyRoles];
  const role = keyRoles.find((one) => one === text);
  if (role) return [role];
  throw new CliError(`"${text}" is no kind of key: write ${keyRoles.join(', ')} or all. Nothing was changed.`);
}

const minute = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

function told({ id, role, publishedAt, firstUseAt }: NewKey): string {
  const from =
    firstUseAt > publishedAt
      ? `from ${minute(firstUseAt)}, when verifiers have had time to see it. Until then the old one does`
      : 'from now on';
  return `${id} is published. It signs ${signs[role]} ${from}.`;
}

const rotate = (roles: KeyRole[], now: boolean, env: Env, print: Print) =>
  withDeps(env, async (deps) => {
    for (const key of await rotateKeys(deps, { roles, now })) print(told(key));
    print(
      `${roles.length === 1 ? 'Its secret is' : 'Their secrets are'} in ${deps.credentials.secrets.place}: back that up, apart from the database.`,
    );
    print('Old keys stay published, and what they signed stays valid.');
    return 0;
  });

const remove = (id: string, env: Env, print: Print) =>
  withDeps(env, async (deps) => {
    const { role, made, resigned } = await removeKey(deps, id);
    print(`${id} is no longer ours. Nothing that it signed verifies any more once caches have forgotten it (an hour).`);
    if (made) print(told(made));
    if (role === 'status') print('The status lists are signed anew by the running server, within seconds.');
    else {
      print(`${resigned} badge(s) are signed anew by the running server, about a hundred in a second.`);
      print('Pictures and files that members have downloaded stay invalid: ask them to download their badge again.');
    }
    return 0;
  });

function run(positionals: string[], values: Values, env: Env, print: Print): Promise<number> {
  const compromised = values['compromised'];
  if (compromised === undefined) {
    return rotate(readRoles(positionals[0] ?? everyRole), values['now'] === true, env, print);
  }
  if (positionals.length > 0 || values['now'] === true) {
    throw new CliError('--compromised names one key and acts at once: write nothing beside it. Nothing was changed.');
  }
  return remove(String(compromised), env, print);
}

/** What an operator does with the keys that sign badges. */
export const keyCommands: Command[] = [
  {
    words: ['rotate-key'],
    usage: `rotate-key [${keyRoles.join('|')}|${everyRole}] [--now] | rotate-key --compromised <key>`,
    summary: 'Publishes new signing keys, once a year. Or takes back one whose secret somebody else may know.',
    options: { now: { type: 'boolean' }, compromised: { type: 'string' } },
    run,
  },
];
