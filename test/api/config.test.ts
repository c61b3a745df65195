/** The configuration: everything that is wrong is said at once, with the line to write, and nothing is started. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { get } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { ConfigError, parseConfig } from '../../api/config.ts';
import { startServer } from '../../api/server.ts';
import { openSqlite } from '../../api/storage/sqlite.ts';
import { run } from '../support/run.ts';
import { tempDir } from '../support/temp.ts';

let dir: ReturnType<typeof tempDir>;
before(() => {
  dir = tempDir();
});
after(() => dir.remove());

type Env = Record<string, string | undefined>;
// What JSON.parse gives: the tests break the file in every way.
// oxlint-disable-next-line no-explicit-any
type Loose = any;

const clubJson = JSON.parse(readFileSync(new URL('../../demo/club.json', import.meta.url), 'utf8')) as Record<
  string,
  unknown
>;
const example = new URL('../../demo/club.json', import.meta.url).pathname;
const secret = 'k'.repeat(43);
const production: Env = {
  MODE: 'production',
  PUBLIC_URL: 'https://club.example.org',
  SMTP_URL: 'smtps://mail.example.org',
  SECRET_KEY: secret,
  TRUSTED_PROXIES: '0',
  CLUB_FILE: example,
};

function problemsOf(env: Env): string[] {
  try {
    parseConfig(env);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    assert.match(error.message, /Nothing was started and nothing was changed\./);
    for (const problem of error.problems) assert.ok(error.message.includes(problem));
    return error.problems;
  }
}
const names = (env: Env) => problemsOf(env).map((problem) => problem.split(':', 1)[0]);

/** A club's file with something changed at a path. */
function clubFile(name: string, change: (club: Loose) => void): string {
  const club = structuredClone(clubJson) as Loose;
  change(club);
  const file = join(dir.path, name);
  writeFileSync(file, JSON.stringify(club));
  return file;
}

test('an empty environment is a demo on this machine', () => {
  const config = parseConfig({});
  assert.deepEqual(
    [config.mode, config.host, config.port, config.publicUrl, config.trustedProxies, config.secret],
    ['demo', '127.0.0.1', 4000, 'http://localhost:4000', 0, undefined],
  );
});

test('a whole production configuration is taken', () => {
  const config = parseConfig({ ...production, PORT: '8080', TRUSTED_PROXIES: '1', DATABASE_URL: 'postgres://u:p@h/d' });
  assert.deepEqual(
    [config.mode, config.host, config.port, config.trustedProxies, config.databaseUrl],
    ['production', '0.0.0.0', 8080, 1, 'postgres://u:p@h/d'],
  );
  assert.equal(parseConfig({ ...production, MODE: undefined, NODE_ENV: 'production' }).mode, 'production');
  assert.equal(
    parseConfig({ ...production, PUBLIC_URL: 'https://club.example.org/' }).publicUrl,
    'https://club.example.org',
  );
});

test('an empty variable is one that is not set', () => {
  assert.equal(parseConfig({ PORT: '', SMTP_URL: '', MODE: '' }).port, 4000);
  assert.deepEqual(names({ ...production, SECRET_KEY: '' }), ['SECRET_KEY']);
});

const wrong: [name: string, value: string][] = [
  ['MODE', 'prod'],
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['PORT', ' '],
  ['PUBLIC_URL', 'club.example.org'],
  ['PUBLIC_URL', 'ftp://club.example.org'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['PUBLIC_URL', 'https://club.example.org/path'],
  ['PUBLIC_URL', 'https://club.example.org?x'],
  ['PUBLIC_URL', 'https://user:secret@club.example.org'],
  ['PUBLIC_URL', 'https://'],
  ['DATABASE_URL', 'mysql://host/db'],
  ['SMTP_URL', 'mail.example.org'],
  ['SMTP_URL', 'https://mail.example.org'],
  ['MEDIA_ORIGIN', 'media.club.example.org'],
  ['MEDIA_ORIGIN', 'https://media.club.example.org/files'],
  ['MEDIA_S3_URL', 's3.example.org/bucket'],
  ['MEDIA_S3_URL', 'https://s3.example.org/bucket'],
  ['MEDIA_S3_URL', 'https://key@s3.example.org/bucket'],
  ['MEDIA_S3_URL', 'https://key:secret@s3.example.org/'],
  ['MEDIA_S3_URL', 'https://key:secret@s3.example.org/bucket/folder'],
  ['MEDIA_S3_URL', 's3://key:secret@bucket'],
  ['FFMPEG', 'ffmpeg'],
  ['FFMPEG', '/nowhere/ffmpeg'],
  ['TRUSTED_PROXIES', 'all'],
  ['TRUSTED_PROXIES', 'true'],
  ['TRUSTED_PROXIES', '-1'],
  ['TRUSTED_PROXIES', ' '],
  ['SECRET_KEY', 'short'],
  ['CREDENTIAL_KEYS', 'secret'],
  ['LOG_LEVEL', 'verbose'],
  ['SIGNUPS_PER_MINUTE', '0'],
  ['SIGNUPS_PER_MINUTE', 'many'],
  ['CLUB_FILE', '/nowhere/club.json'],
];

test('media are served from the club’s own origin and lie in its folder, unless it is said otherwise', () => {
  const plain = parseConfig(production);
  assert.deepEqual(
    [plain.mediaOrigin, plain.mediaS3Url, plain.ffmpeg],
    ['https://club.example.org', undefined, undefined],
  );
  const store = 'https://k%2F1:secret@s3.example.org/club-media?region=eu-west-3';
  const apart = parseConfig({
    ...production,
    MEDIA_ORIGIN: 'https://media.club.example.org/',
    MEDIA_S3_URL: store,
    FFMPEG: process.execPath,
  });
  assert.deepEqual(
    [apart.mediaOrigin, apart.mediaS3Url, apart.ffmpeg],
    ['https://media.club.example.org', store, process.execPath],
  );
  assert.deepEqual(names({ ...production, MEDIA_ORIGIN: 'http://media.club.example.org' }), ['MEDIA_ORIGIN']);
});

/** The one thing that is wrong, without the value: that may be a password. */
function refusal(env: Env): string {
  const problems = problemsOf(env);
  assert.equal(problems.length, 1);
  assert.doesNotMatch(problems[0]!, /secret/);
  return problems[0]!;
}

test('a cache in front is told by address and token, or there is none', () => {
  const cdn = { CDN_PURGE_URL: 'https://api.cdn.example/purge', CDN_PURGE_TOKEN: 'token-of-the-cache' };
  assert.equal(parseConfig(production).cdn, undefined);
  assert.deepEqual(parseConfig({ ...production, ...cdn }).cdn, { url: cdn.CDN_PURGE_URL, token: cdn.CDN_PURGE_TOKEN });
  assert.ok(parseConfig({ ...production, ...cdn, CDN_PURGE_URL: 'http://127.0.0.1:6081/purge' }).cdn);
  assert.deepEqual(names({ ...production, CDN_PURGE_URL: cdn.CDN_PURGE_URL }), ['CDN_PURGE_TOKEN']);
  assert.deepEqual(names({ ...production, CDN_PURGE_TOKEN: cdn.CDN_PURGE_TOKEN }), ['CDN_PURGE_URL']);
  const urls = [
    'api.cdn.example/purge',
    'http://api.cdn.example/x',
    'https://a:secret@cdn.example/',
    'ftp://cdn.example',
  ];
  const tokens = ['secret', 'a secret with spaces', 'secret-token\r\nx-other: header', 'secret-é'];
  for (const url of urls) assert.match(refusal({ ...production, ...cdn, CDN_PURGE_URL: url }), /^CDN_PURGE_URL: write/);
  for (const token of tokens) {
    assert.match(refusal({ ...production, ...cdn, CDN_PURGE_TOKEN: token }), /^CDN_PURGE_TOKEN: write/);
  }
});

describe('one wrong value', () => {
  for (const [name, value] of wrong) {
    test(`${name}=${value}`, () => {
      const problems = problemsOf({ [name]: value });
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0]!, new RegExp(`^${name}: `));
      // Says what to write, and does not repeat what may be a password.
      assert.match(problems[0]!, /[Ww]rite/);
      if (name !== 'CLUB_FILE') assert.ok(!problems[0]!.includes('secret'));
    });
  }
});

test('everything at once, in production, in one go', () => {
  assert.deepEqual(names({ MODE: 'production' }).sort(), [
    'CLUB_FILE',
    'PUBLIC_URL',
    'SECRET_KEY',
    'SMTP_URL',
    'TRUSTED_PROXIES',
  ]);
  const everything = { MODE: 'production', PORT: 'x', TRUSTED_PROXIES: 'x', LOG_LEVEL: 'x', PUBLIC_URL: 'x' };
  assert.deepEqual(names(everything).sort(), [
    'CLUB_FILE',
    'LOG_LEVEL',
    'PORT',
    'PUBLIC_URL',
    'SECRET_KEY',
    'SMTP_URL',
    'TRUSTED_PROXIES',
  ]);
});

test('a wrong value hides nothing else that is wrong', () => {
  const file = clubFile('empty-seat.json', (club) => (club['legal']['seat'] = ''));
  assert.deepEqual(
    names({ ...production, PORT: 'x', PUBLIC_URL: 'http://club.example.org', CLUB_FILE: file }).sort(),
    [file, 'PORT', 'PUBLIC_URL'].sort(),
  );
});

describe('who can reach it', () => {
  const reachable: Env[] = [
    { PUBLIC_URL: 'https://club.example.org' },
    { PUBLIC_URL: 'http://192.168.1.4:4000' },
    { PUBLIC_URL: 'http://localhost.example.org' },
    { PUBLIC_URL: 'http://127.0.0.1.example.org' },
    { PUBLIC_URL: 'http://[2001:db8::1]' },
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: '192.168.1.4' },
    { PUBLIC_URL: 'http://localhost:4000', HOST: '0.0.0.0' },
  ];
  for (const env of reachable) {
    test(`${JSON.stringify(env)} does not become a demo by itself`, () => {
      const problems = problemsOf(env);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0]!, /^MODE: is missing.*MODE=production.*MODE=demo/);
      assert.equal(parseConfig({ ...env, MODE: 'demo' }).mode, 'demo');
    });
  }

  const alone: Env[] = [
    { PUBLIC_URL: 'http://localhost:4000', HOST: 'localhost' },
    { PUBLIC_URL: 'http://127.0.0.1:4000', HOST: '127.0.0.1' },
    { PUBLIC_URL: 'http://127.8.9.1', HOST: '127.8.9.1' },
    { PUBLIC_URL: 'http://[::1]:4000', HOST: '::1' },
  ];
  for (const env of alone) {
    test(`${JSON.stringify(env)} is a demo, with its mailbox`, () => {
      const config = parseConfig(env);
      assert.deepEqual([config.mode, config.mailbox], ['demo', true]);
    });
  }

  test('mails are on screen only in a demo on this machine that sends none', () => {
    assert.equal(parseConfig({}).mailbox, true);
    assert.equal(parseConfig({ MODE: 'demo', PUBLIC_URL: 'https://demo.example.org' }).mailbox, false);
    assert.equal(parseConfig({ SMTP_URL: 'smtp://localhost' }).mailbox, false);
    assert.equal(parseConfig(production).mailbox, false);
  });

  test('NODE_ENV=production says it as well', () => {
    assert.equal(parseConfig({ ...production, MODE: undefined, NODE_ENV: 'production' }).mode, 'production');
  });
});

describe('production refuses what a demo may do', () => {
  for (const name of ['PUBLIC_URL', 'SMTP_URL', 'SECRET_KEY', 'CLUB_FILE', 'TRUSTED_PROXIES']) {
    test(`without ${name}`, () => assert.deepEqual(names({ ...production, [name]: undefined }), [name]));
  }
  test('no proxy at all is an answer too, when it is written', () => {
    assert.equal(parseConfig({ ...production, TRUSTED_PROXIES: '0' }).trustedProxies, 0);
    const [problem] = problemsOf({ ...production, TRUSTED_PROXIES: undefined });
    assert.match(problem!, /^TRUSTED_PROXIES: is missing.*TRUSTED_PROXIES=1.*TRUSTED_PROXIES=0/);
  });
  test('on http', () => {
    const [problem] = problemsOf({ ...production, PUBLIC_URL: 'http://club.example.org' });
    assert.match(problem!, /^PUBLIC_URL: must be https.*PUBLIC_URL=https:\/\//);
  });
});

describe('the club’s file', () => {
  const legal = ['publisher', 'form', 'seat', 'email', 'phone', 'director', 'dataProtectionOfficer'];
  for (const key of legal) {
    for (const empty of ['', '   ', undefined]) {
      test(`legal.${key} = ${JSON.stringify(empty)} is refused by name`, () => {
        const file = clubFile('legal.json', (club) => {
          const part = club['legal'] as Record<string, string | undefined>;
          if (empty === undefined) delete part[key];
          else part[key] = empty;
        });
        const problems = problemsOf({ ...production, CLUB_FILE: file });
        assert.equal(problems.length, 1, problems.join('\n'));
        assert.match(problems[0]!, new RegExp(`"legal\\.${key}" (?:is|must)`));
      });
    }
  }

  const changes: Record<string, [change: (club: Loose) => void, key: string]> = {
    'an empty host': [(club) => (club['legal'].host.name = ''), 'legal.host.name'],
    'a missing language': [(club) => delete club['name']['gsw'], 'name.gsw'],
    'a key nobody knows': [(club) => Object.assign(club, { nmae: 'x' }), 'nmae'],
    'a colour by name': [(club) => (club['colours']['accent'] = 'red'), 'colours.accent'],
    'a goal of nobody': [(club) => (club['goal']['members'] = 0), 'goal.members'],
    'a day that is not': [(club) => (club['goal']['date'] = '2027-02-30'), 'goal.date'],
    'no circle': [(club) => (club['circles'].length = 0), 'circles'],
    'a script for a home': [(club) => Object.assign(club, { home: 'javascript:alert(1)' }), 'home'],
  };
  for (const [what, [change, key]] of Object.entries(changes)) {
    test(`${what} is refused by name`, () => {
      const problems = problemsOf({ CLUB_FILE: clubFile('changed.json', change) });
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.ok(problems[0]!.includes(`"${key}"`), problems[0]);
    });
  }

  test('that is no JSON, no object or not there is named', () => {
    for (const [name, content] of [
      ['broken.json', '{"name":'],
      ['list.json', '[]'],
      ['empty.json', ''],
    ] as const) {
      const file = join(dir.path, name);
      writeFileSync(file, content);
      const problems = problemsOf({ CLUB_FILE: file });
      assert.ok(problems.length >= 1 && problems.every((problem) => problem.includes(name)), problems.join('\n'));
    }
  });
});

const dataOf = (name: string): string => {
  const path = join(dir.path, name);
  mkdirSync(path);
  return path;
};

/** Under a host name of our choice, which `fetch` does not let us choose. */
function statusAt(port: number, path: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers: { host }, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
}

describe('the program', () => {
  test('prints every problem with the line to write and ends with 1, before anything is made', async () => {
    const data = join(dir.path, 'untouched');
    const ended = await run(['api/main.ts'], {
      MODE: 'production',
      PORT: 'x',
      PUBLIC_URL: 'http://a.example',
      DATA_DIR: data,
    });
    assert.equal(ended.code, 1);
    assert.equal(ended.out, '');
    for (const name of ['PORT', 'PUBLIC_URL', 'SMTP_URL', 'SECRET_KEY', 'CLUB_FILE', 'TRUSTED_PROXIES']) {
      assert.match(ended.err, new RegExp(`^  - ${name}: .*${name}=`, 'm'), name);
    }
    assert.doesNotMatch(ended.err, /\bat .*\.ts:\d/, 'a mistake of the operator is no stack of ours');
    assert.equal(existsSync(data), false);
  });

  test('in production does not touch an old database, and names the command that brings it up to date', async () => {
    const data = dataOf('old');
    const env = { ...(production as Record<string, string>), DATA_DIR: data, HOST: '127.0.0.1', PORT: '0' };
    const ended = await run(['api/main.ts'], env);
    assert.equal(ended.code, 1);
    assert.match(ended.err, /Nothing was started and nothing was changed/);
    assert.match(ended.err, /npm run cli -- migrate/);
    assert.match(ended.err, /0001-club/);
    const storage = openSqlite({ file: join(data, 'club.db') });
    try {
      assert.notDeepEqual(await storage.pending(), []);
    } finally {
      await storage.close();
    }
  });

  test('shows no mails under a name that others can reach', async () => {
    const paths = ['/dev/mailbox', '/dev/mailbox/one', '/dev/mailbox/one/html'];
    for (const [publicUrl, status] of [
      ['http://demo.example.org', 404],
      ['http://localhost:4000', 200],
    ] as const) {
      const env = { MODE: 'demo', PUBLIC_URL: publicUrl, PORT: '0', LOG_LEVEL: 'silent' };
      const server = await startServer(parseConfig({ ...env, DATA_DIR: dataOf(`mailbox-${status}`) }));
      try {
        const answers = await Promise.all(paths.map((path) => statusAt(server.port, path, new URL(publicUrl).host)));
        assert.deepEqual(answers, [status, 404, 404]);
      } finally {
        await server.stop();
      }
    }
  });

  test('starts when all is well, in a folder that only it can read, and stops when told', async () => {
    const data = join(dir.path, 'fresh');
    const env = { DATA_DIR: data, PORT: '0', LOG_LEVEL: 'info' };
    const ended = await run(['api/main.ts'], env, /the club is open/);
    assert.equal(ended.code, 0, ended.err);
    for (const line of ended.out.trim().split('\n')) assert.ok(JSON.parse(line));
    assert.ok(readdirSync(data).includes('club.db'));
    assert.equal(ended.err, '');
  });
});
