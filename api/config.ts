/**
 * The configuration: the environment and `club.json`, both checked as a whole before anything starts.
 * Every problem is reported at once, each with the line to write.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { Club } from './contract/club.ts';
import { isLoopback } from './domain/hosts.ts';

export interface Config {
  mode: 'demo' | 'production';
  host: string;
  port: number;
  /** Origin of the club's own pages, without a trailing slash. */
  publicUrl: string;
  dataDir: string;
  /** Where every version of the widgets is kept that was ever served. */
  widgetArchive: string;
  databaseUrl: string | undefined;
  smtpUrl: string | undefined;
  /** Origin that media are served from, without a trailing slash: one of their own, else the club's. */
  mediaOrigin: string;
  /** An S3-compatible store for media, with keys and bucket; a folder in `dataDir` without it. */
  mediaS3Url: string | undefined;
  /** A cache in front of us that forgets by tag: where to tell it, and the token that it knows us by. */
  cdn: { url: string; token: string } | undefined;
  /** Path of ffmpeg, where films of other codecs are converted. */
  ffmpeg: string | undefined;
  /** Whether mails are shown on screen: only where none go out, in a demo under a name of this machine. */
  mailbox: boolean;
  /** How many proxies in front may be believed about the visitor's address. */
  trustedProxies: number;
  /** The club's one secret. Only a demo may go without: it makes its own in `dataDir`. */
  secret: string | undefined;
  /** Path of the file with the secret halves of the keys that sign badges. */
  credentialKeysFile: string;
  /** Its text, where there is no disk to keep it on. */
  credentialKeys: string | undefined;
  logLevel: string;
  /** Sign-ups that one network (/24, /48) may send in a minute with proof of work. */
  signupsPerMinute: number;
  /** Milliseconds between the moments at which sign-ups are answered. */
  answerBeat: number;
  club: Club;
}

/** Everything that is wrong with the configuration; `message` is ready to be printed. */
export class ConfigError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(
      `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}. ` +
        `Nothing was started and nothing was changed.\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

// Digits only: `Number(' ')` is 0, and port 0 is some port.
const count = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(min).max(max));

const mediaOriginHint =
  'write an origin of its own that leads to this server too, without a path, e.g. MEDIA_ORIGIN=https://media.club.example.org';
const s3Hint =
  'write the store with keys and bucket, e.g. MEDIA_S3_URL=https://key:password@s3.example.org/bucket?region=eu-west-3';

const cdnUrlHint =
  'write where the cache in front of this server is told what to forget, over https, e.g. CDN_PURGE_URL=https://api.cdn.example/purge';
const cdnTokenHint =
  'write the token that the cache knows you by, without spaces, e.g. CDN_PURGE_TOKEN=<what it shows beside its purge address>';

const missing = (hint: string) => `is missing. W${hint.slice(1)}`;

/** Over the network a token goes encrypted; on this machine it need not. */
function isPurgeUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  const isPlain = username === '' && password === '';
  return isPlain && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)));
}

/** Address, both keys, and a bucket: nothing of it has a default that would be right. */
function isS3Url(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, pathname } = new URL(value);
  return /^https?:$/.test(protocol) && username !== '' && password !== '' && /^\/[a-z0-9.-]{3,63}$/.test(pathname);
}

const Environment = z.object({
  MODE: z.enum(['demo', 'production'], 'write MODE=demo or MODE=production').optional(),
  NODE_ENV: z.string().optional(),
  HOST: z.string().min(1, 'write the address to listen on, e.g. HOST=127.0.0.1').optional(),
  PORT: count(0, 65_535).optional(),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'write the origin that visitors see, e.g. PUBLIC_URL=https://club.example.org',
    })
    .refine((value) => URL.canParse(value) && new URL(value).origin === value.replace(/\/$/, ''), {
      error: 'write only the origin, without a path, e.g. PUBLIC_URL=https://club.example.org',
    })
    .optional(),
  DATA_DIR: z.string().min(1, 'write a folder, e.g. DATA_DIR=/var/lib/club').optional(),
  WIDGETS_ARCHIVE: z.string().min(1, 'write a folder, e.g. WIDGETS_ARCHIVE=/var/lib/club/widgets').optional(),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(?:ql)?:\/\//,
      'write DATABASE_URL=postgres://user:password@host/database, or leave it out for SQLite',
    )
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'write the mail server, e.g. SMTP_URL=smtps://user:password@mail.example.org')
    .optional(),
  MEDIA_ORIGIN: z
    .url({ protocol: /^https?$/, error: mediaOriginHint })
    .refine((value) => URL.canParse(value) && new URL(value).origin === value.replace(/\/$/, ''), {
      error: mediaOriginHint,
    })
    .optional(),
  MEDIA_S3_URL: z.string().refine(isS3Url, s3Hint).optional(),
  CDN_PURGE_URL: z.string().refine(isPurgeUrl, cdnUrlHint).optional(),
  CDN_PURGE_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{8,}$/, cdnTokenHint)
    .optional(),
  FFMPEG: z.string().startsWith('/', 'write the whole path, e.g. FFMPEG=/usr/bin/ffmpeg').optional(),
  TRUSTED_PROXIES: count(0, 10).optional(),
  SECRET_KEY: z
    .string()
    .min(32, 'write at least 32 random characters, e.g. SECRET_KEY=<the output of: openssl rand -base64 32>')
    .optional(),
  CREDENTIAL_KEYS_FILE: z.string().min(1).optional(),
  CREDENTIAL_KEYS: z
    .string()
    .startsWith('{', 'write the whole text of a file that npm run cli -- rotate-key made, from its first brace')
    .optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'write LOG_LEVEL=info').optional(),
  SIGNUPS_PER_MINUTE: count(1, 1_000_000).optional(),
  CLUB_FILE: z.string().min(1).optional(),
});

const hints: Record<string, string> = {
  PORT: 'write a port, e.g. PORT=4000',
  TRUSTED_PROXIES: 'write how many proxies stand in front, e.g. TRUSTED_PROXIES=1 (0 when there is none)',
  SIGNUPS_PER_MINUTE: 'write a number, e.g. SIGNUPS_PER_MINUTE=120',
};

const defaultClubFile = new URL('../demo/club.json', import.meta.url);

/**
 * Reads the environment and the club's file.
 * @param env the environment, `process.env` outside tests
 * @throws {ConfigError} with every problem at once
 */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const problems: string[] = [];
  // An empty variable (`SMTP_URL=`) means "not set", as in a shell.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const values = readEnvironment(given, problems);
  const production = (values.MODE ?? (given['NODE_ENV'] === 'production' ? 'production' : 'demo')) === 'production';
  const fail = (name: string, remedy: string) => {
    // A variable that is there and wrong was reported above.
    if (given[name] === undefined) problems.push(`${name}: ${remedy}`);
  };

  const address = values.PUBLIC_URL === undefined ? 'localhost' : new URL(values.PUBLIC_URL).hostname;
  if (!production) {
    const open = !isLoopback(address) ? 'PUBLIC_URL' : !isLoopback(values.HOST ?? 'localhost') && 'HOST';
    // Whoever forgets the mode of a club in operation must not get a demo's invented people and open doors.
    if (open) {
      fail(
        'MODE',
        `is missing, and ${open} lets others than this machine in. Write MODE=production, or MODE=demo if this is a demo`,
      );
    }
  }
  if (production) {
    fail('PUBLIC_URL', 'is missing. Write the origin that visitors see, e.g. PUBLIC_URL=https://club.example.org');
    if (values.PUBLIC_URL?.startsWith('http:'))
      problems.push('PUBLIC_URL: must be https in production, e.g. PUBLIC_URL=https://club.example.org');
    if (values.MEDIA_ORIGIN?.startsWith('http:'))
      problems.push('MEDIA_ORIGIN: must be https in production, e.g. MEDIA_ORIGIN=https://media.club.example.org');
    fail('SMTP_URL', 'is missing. Write the mail server, e.g. SMTP_URL=smtps://user:password@mail.example.org');
    fail(
      'SECRET_KEY',
      'is missing. Write at least 32 random characters, e.g. SECRET_KEY=<the output of: openssl rand -base64 32>',
    );
    fail(
      'CLUB_FILE',
      "is missing. Write the path of your club's file, e.g. CLUB_FILE=/etc/club.json (demo/club.json is an example)",
    );
    // A guess is wrong either way: all visitors as one behind a proxy, or addresses that anybody can make up.
    fail(
      'TRUSTED_PROXIES',
      'is missing. Write how many proxies of yours stand in front, e.g. TRUSTED_PROXIES=1, or TRUSTED_PROXIES=0 when there is none',
    );
  }
  // One without the other is half a thought: badges would be kept for a day by a cache that nobody tells of their end.
  if (given['CDN_PURGE_TOKEN'] !== undefined) fail('CDN_PURGE_URL', missing(cdnUrlHint));
  if (given['CDN_PURGE_URL'] !== undefined) fail('CDN_PURGE_TOKEN', missing(cdnTokenHint));
  if (values.FFMPEG !== undefined && !existsSync(values.FFMPEG)) {
    problems.push(`FFMPEG: there is nothing at ${values.FFMPEG}. Write the path of the program, or leave it out`);
  }
  const club = readClub(values.CLUB_FILE ?? defaultClubFile, problems);
  if (problems.length > 0 || !club) throw new ConfigError(problems);

  const port = values.PORT ?? 4000;
  const publicUrl = (values.PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/$/, '');
  const dataDir = resolve(values.DATA_DIR ?? 'data');
  return {
    mode: production ? 'production' : 'demo',
    host: values.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port,
    publicUrl,
    dataDir,
    widgetArchive: resolve(values.WIDGETS_ARCHIVE ?? join(dataDir, 'widgets')),
    databaseUrl: values.DATABASE_URL,
    smtpUrl: values.SMTP_URL,
    mediaOrigin: (values.MEDIA_ORIGIN ?? publicUrl).replace(/\/$/, ''),
    mediaS3Url: values.MEDIA_S3_URL,
    cdn:
      values.CDN_PURGE_URL !== undefined && values.CDN_PURGE_TOKEN !== undefined
        ? { url: values.CDN_PURGE_URL, token: values.CDN_PURGE_TOKEN }
        : undefined,
    ffmpeg: values.FFMPEG,
    mailbox: !production && !values.SMTP_URL && isLoopback(address),
    trustedProxies: values.TRUSTED_PROXIES ?? 0,
    secret: values.SECRET_KEY,
    credentialKeysFile: resolve(values.CREDENTIAL_KEYS_FILE ?? join(dataDir, 'credential-keys.json')),
    credentialKeys: values.CREDENTIAL_KEYS,
    logLevel: values.LOG_LEVEL ?? (production ? 'info' : 'warn'),
    signupsPerMinute: values.SIGNUPS_PER_MINUTE ?? 120,
    // Longer than a write takes: one to the file beside us, or several turns to a database over the network.
    answerBeat: values.DATABASE_URL ? 50 : 10,
    club,
  };
}

/** Each variable by itself: one that is wrong must not hide what is wrong with the others. */
function readEnvironment(given: Record<string, string | undefined>, problems: string[]): z.infer<typeof Environment> {
  const values: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(Environment.shape)) {
    const parsed = schema.safeParse(given[name]);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${name}: ${hints[name] ?? parsed.error.issues[0]?.message}`);
  }
  return values;
}

function readClub(file: string | URL, problems: string[]): Club | undefined {
  const name = typeof file === 'string' ? file : 'demo/club.json';
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? `is not JSON (${error.message})` : 'cannot be read';
    problems.push(`CLUB_FILE: ${name} ${reason}. Write the path of your club's file, e.g. CLUB_FILE=/etc/club.json`);
    return undefined;
  }
  const parsed = Club.safeParse(json, {
    error: (issue) => (issue.input === undefined ? 'is missing: write it' : undefined),
  });
  for (const issue of parsed.error?.issues ?? []) {
    const at = (...path: PropertyKey[]) => (path.length > 0 ? `"${path.join('.')}"` : 'the file');
    if (issue.code !== 'unrecognized_keys') problems.push(`${name}: ${at(...issue.path)} ${issue.message}`);
    else for (const key of issue.keys) problems.push(`${name}: ${at(...issue.path, key)} is not known: remove it`);
  }
  return parsed.data;
}
