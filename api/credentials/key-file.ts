/** Where the secret halves of the keys lie: a file that one command at a time may change. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { keyRoles } from '../contract/badge-words.ts';
import { KeysError } from '../domain/badges/credential-ports.ts';

const SecretKey = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  role: z.enum(keyRoles),
  publicKey: z.string().min(1),
  /** `secretKeyMultibase` of an Ed25519 key; for `jwt` a private JWK as JSON. */
  secretKey: z.string().min(1),
});
export type SecretKey = z.infer<typeof SecretKey>;

const KeyFile = z.strictObject({ keys: z.array(SecretKey) });

export interface SecretStore {
  readonly place: string;
  /** @throws {KeysError} when it cannot be read */
  read(): SecretKey[];
  /** Whether others on this machine can read it. */
  isOpen(): boolean;
  /** Reads, lets `work` change, writes; alone meanwhile. Nothing is written when `work` fails. */
  change<T>(work: (keys: SecretKey[]) => Promise<{ keys: SecretKey[]; result: T }>): Promise<T>;
}

/** @param place for the message; what is wrong is said without quoting anything: it may be half a key */
function parseKeys(text: string, place: string): SecretKey[] {
  try {
    const { keys } = KeyFile.parse(JSON.parse(text));
    // Whoever signs would quote it.
    for (const { role, secretKey } of keys) if (role === 'jwt') JSON.parse(secretKey);
    if (new Set(keys.map(({ id }) => id)).size === keys.length) return keys;
  } catch {
    // Neither JSON's nor zod's message: both quote what they have read.
  }
  throw new KeysError(
    `${place} does not hold signing keys as this program writes them. Nothing was signed and nothing was changed. ` +
      'Restore it from your backup. If it is lost, move it away and run: npm run cli -- rotate-key --now',
  );
}

/** Secrets in a variable: for hosts without a disk of their own. */
export function secretsFromText(text: string): SecretStore {
  const place = 'CREDENTIAL_KEYS';
  return {
    place,
    read: () => parseKeys(text, place),
    isOpen: () => false,
    change() {
      throw new KeysError(
        `The signing keys are in ${place}, which no command can change. Nothing was changed. Write its text to a file, ` +
          'run the command with CREDENTIAL_KEYS empty and CREDENTIAL_KEYS_FILE=<the file>, then put the new text into ' +
          `${place} and delete the file.`,
      );
    },
  };
}

/** How long to wait for another process that changes the same file, in milliseconds. */
const patience = 3000;

export function secretsInFile(file: string): SecretStore {
  let known: { stamp: string; keys: SecretKey[] } | undefined;

  /** Commands of other processes change the file: it is read again when it is another one. */
  function read(): SecretKey[] {
    const stamp = stampOf(file);
    if (stamp === undefined) return [];
    if (known?.stamp !== stamp) known = { stamp, keys: parseKeys(readText(file), file) };
    return known.keys;
  }

  return {
    place: file,
    read,
    // What Windows answers is no mode.
    isOpen: () => process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0,
    async change(work) {
      const unlock = await lock(file);
      try {
        const before = read();
        const { keys, result } = await work(before);
        if (keys.length !== before.length || keys.some((key, index) => key !== before[index])) {
          writeSecret(file, JSON.stringify({ keys }, null, 2));
        }
        return result;
      } finally {
        unlock();
      }
    },
  };
}

function stampOf(file: string): string | undefined {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(file);
    return [ino, size, mtimeMs, ctimeMs].join(':');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unreadable(file, error);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, cause: unknown): KeysError {
  return new KeysError(
    `The signing keys in ${file} cannot be read (${(cause as NodeJS.ErrnoException).code}). Nothing was signed and ` +
      'nothing was changed. Let the user that runs the program read it, and nobody else: chmod 600',
    { cause },
  );
}

/** Waits its turn. Answers what ends it. */
async function lock(file: string): Promise<() => void> {
  const path = `${file}.lock`;
  for (const start = Date.now(); !tryLock(file, path); await sleep(50)) {
    if (Date.now() - start < patience) continue;
    throw new KeysError(
      'Another command is changing the signing keys. Nothing was changed. Try again when it has ended; ' +
        `if none is running, one was cut off: delete ${path} first.`,
    );
  }
  return () => rmSync(path, { force: true });
}

/** False when somebody else has it. */
function tryLock(file: string, path: string): boolean {
  try {
    const folder = dirname(file);
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
    closeSync(openSync(path, 'wx', 0o600));
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    throw new KeysError(
      `The signing keys cannot be written to ${file} (${code}). Nothing was changed. Let the user that runs the ` +
        'program write there, or name another place: CREDENTIAL_KEYS_FILE=/var/lib/club/credential-keys.json',
      { cause: error },
    );
  }
}

/** All or nothing: a crash leaves the old file, and no moment shows half of the new one. Under the lock. */
function writeSecret(file: string, text: string): void {
  const draft = `${file}.new`;
  try {
    // What a crash has left of an earlier one.
    rmSync(draft, { force: true });
    const handle = openSync(draft, 'wx', 0o600);
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
  } catch (error) {
    throw new KeysError(
      `The signing keys could not be written to ${file} (${(error as NodeJS.ErrnoException).code}). What is in it is ` +
        'as it was. Make room or let the program write there, then run: npm run cli -- rotate-key --now',
      { cause: error },
    );
  }
}
