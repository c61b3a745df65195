/** The directions of dependency. An arrow the wrong way is a design change: make it in CONTRIBUTING first. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

/** Every import of the tree, relative ones as paths from the root, packages by name. */
function imports(): Import[] {
  const found: Import[] = [];
  for (const folder of ['api', 'widgets', 'demo', 'test']) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(?:ts|js)$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      found.push(...importsOf(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')));
    }
  }
  return found;
}

function importsOf(from: string, source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '');
  const pattern =
    /^\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
  return Array.from(code.matchAll(pattern), (match) => {
    const target = (match[2] ?? match[3] ?? match[4])!;
    const to = target.startsWith('.') ? join(dirname(from), target).split(sep).join('/') : target;
    return { from, to, typeOnly: match[1] !== undefined };
  });
}

/** Files of the contract that browsers may run: none of them may import zod. */
const browserContract = [
  'embed',
  'attribution',
  'badge',
  'codes',
  'limits',
  'links',
  'locales',
  'page-path',
  'paths',
  'statistics',
  'text',
  'version',
  'vocabulary',
].map((name) => `api/contract/${name}.ts`);

const isLocal = (to: string) => /^(?:api|widgets|demo|test)\//.test(to);
const inFolder = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(`${folder}/`));

/** Each rule names the imports that break it. */
const rules: Record<string, (one: Import) => boolean> = {
  'widgets use of api only types of the contract and its files without zod': ({ from, to, typeOnly }) =>
    inFolder(from, 'widgets') &&
    inFolder(to, 'api') &&
    !(inFolder(to, 'api/contract') && (typeOnly || browserContract.includes(to))) &&
    !/^widgets\/(?:build\.ts|new-widget\.ts|package\/build\/|wordpress\/(?:blocks|plugin)\.ts$)/.test(from),
  'the files of the contract that browsers run import nothing but each other': ({ from, to, typeOnly }) =>
    browserContract.includes(from) && !typeOnly && !browserContract.includes(to),
  'the contract imports zod and itself': ({ from, to }) =>
    inFolder(from, 'api/contract') && !inFolder(to, 'api/contract') && !['zod', '@hono/zod-openapi'].includes(to),
  // `tldts` is a table, the Public Suffix List: it asks nobody.
  'the domain imports the contract and itself, no framework, no SQL, no files': ({ from, to }) =>
    inFolder(from, 'api/domain') &&
    (isLocal(to)
      ? !inFolder(to, 'api/contract', 'api/domain')
      : !['zod', 'altcha-lib/v1', 'node:crypto', 'node:url', 'tldts'].includes(to)),
  'http never sees storage, jobs or the command line': ({ from, to }) =>
    inFolder(from, 'api/http') && inFolder(to, 'api/storage', 'api/jobs', 'api/cli'),
  'http knows mail only as the type of a mail on screen': ({ from, to, typeOnly }) =>
    inFolder(from, 'api/http') && inFolder(to, 'api/mail') && !(typeOnly && to === 'api/mail/mailbox.ts'),
  'storage, mail and texts know the domain, never http': ({ from, to }) =>
    inFolder(from, 'api/storage', 'api/mail', 'api/lang', 'api/jobs') && inFolder(to, 'api/http', 'api/cli'),
  'storage and mail do not know each other': ({ from, to }) =>
    (inFolder(from, 'api/storage') && inFolder(to, 'api/mail')) ||
    (inFolder(from, 'api/mail') && inFolder(to, 'api/storage')),
  'pictures of stories are drawn from what the domain hands over: no http, no storage, no files of members': ({
    from,
    to,
  }) => inFolder(from, 'api/pictures') && isLocal(to) && !inFolder(to, 'api/pictures', 'api/domain', 'api/contract'),
  'http knows media only as the type of the protocol of uploads': ({ from, to, typeOnly }) =>
    inFolder(from, 'api/http') && inFolder(to, 'api/media') && !(typeOnly && to === 'api/media/tus.ts'),
  'media know the ports of the domain, never http, storage, mail or jobs': ({ from, to }) =>
    inFolder(from, 'api/media') && isLocal(to) && !inFolder(to, 'api/media', 'api/domain', 'api/contract'),
  'net knows the domain, and nothing but the part that builds the program knows net': ({ from, to }) =>
    (inFolder(from, 'api/net') && isLocal(to) && !inFolder(to, 'api/net', 'api/domain', 'api/contract')) ||
    (inFolder(from, 'api') && inFolder(to, 'api/net') && !inFolder(from, 'api/net') && from !== 'api/deps.ts'),
  'names are looked up, and servers of strangers are asked, in net alone': ({ from, to }) =>
    inFolder(from, 'api') &&
    !inFolder(from, 'api/net') &&
    (/^node:(?:dns(?:\/promises)?|tls)$/.test(to) || (to === 'node:https' && from !== 'api/media/s3-store.ts')),
  'of the server, media alone import what reads strangers’ files and what stores them': ({ from, to }) =>
    inFolder(from, 'api') &&
    !inFolder(from, 'api/media') &&
    (['sharp', 'mediabunny', 'aws4fetch'].includes(to) || /^(?:libheif-js|@tus)\//.test(to)),
  'credentials know the ports and words of the domain, never http, storage, mail or jobs': ({ from, to }) =>
    inFolder(from, 'api/credentials') && isLocal(to) && !inFolder(to, 'api/credentials', 'api/domain', 'api/contract'),
  'of the server, credentials alone sign and check, and import what does it': ({ from, to }) =>
    inFolder(from, 'api') &&
    !inFolder(from, 'api/credentials') &&
    (/^@digital(?:bazaar|credentials)\//.test(to) || to === 'jose'),
  'http knows credentials by the port alone': ({ from, to }) =>
    inFolder(from, 'api/http', 'api/domain', 'api/storage') && inFolder(to, 'api/credentials'),
  'only the process that decodes loads a decoder': ({ from, to }) =>
    inFolder(from, 'api') &&
    !inFolder(from, 'api/media/worker') &&
    (['sharp', 'mediabunny'].includes(to) || to.startsWith('libheif-js/')),
  'SQL lives in storage: nothing else imports a database': ({ from, to }) =>
    inFolder(from, 'api', 'demo') && !inFolder(from, 'api/storage') && ['kysely', 'better-sqlite3', 'pg'].includes(to),
  'passkeys are read in one place': ({ from, to }) =>
    inFolder(from, 'api', 'widgets', 'demo') && to === '@simplewebauthn/server' && from !== 'api/passkeys.ts',
  'a widget never imports another widget': ({ from, to }) => {
    // What makes the package of them all knows them all.
    const shared = ['internal', 'styles', 'lang', 'package'];
    const own = /^widgets\/([^/]+)\/.+/.exec(from)?.[1];
    const other = /^widgets\/([^/]+)\/.+/.exec(to)?.[1];
    return (
      own !== undefined && other !== undefined && own !== other && !shared.includes(own) && !shared.includes(other)
    );
  },
  'of the widgets, the components for React alone know React': ({ from, to }) =>
    inFolder(from, 'widgets') && /^react(?:-dom)?(?:\/|$)/.test(to) && !inFolder(from, 'widgets/react'),
  'no widget knows of the package that it is in': ({ from, to }) =>
    inFolder(from, 'widgets') && inFolder(to, 'widgets/package', 'widgets/react') && !inFolder(from, 'widgets/package'),
  'the product never imports demo or test': ({ from, to }) =>
    (inFolder(from, 'api', 'widgets') && inFolder(to, 'demo', 'test')) ||
    (inFolder(from, 'demo') && inFolder(to, 'test')),
};

describe('architecture', () => {
  const all = imports();

  test('finds the imports it is there to judge', () => {
    assert.ok(all.some(({ from, to }) => from === 'api/app.ts' && to === 'api/http/router.ts'));
    assert.ok(all.length > 100);
  });

  for (const [rule, breaks] of Object.entries(rules)) {
    test(rule, () => {
      assert.deepEqual(
        all.filter(breaks).map(({ from, to }) => `${from} → ${to}`),
        [],
      );
    });
  }

  test('no circle of imports, also none of types', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to } of all) {
      if (isLocal(to)) graph.set(from, [...(graph.get(from) ?? []), to]);
    }
    assert.deepEqual(findCircle(graph), []);
  });

  test('only the entries do something when they are imported', () => {
    // A statement at the left margin that calls something and keeps nothing of it.
    const doing = /^(?:await\s+)?[a-z][\w.]*\([^=]*$/m;
    const entries =
      /^(?:api\/(?:main|cli|media\/worker\/main)|demo\/(?:start|dev|content\/draw|content\/draw-film)|widgets\/(?:build|new-widget|loader|frame|kit|doctor|door|[^/]+\/define))\.ts$/;
    const guilty = new Set(all.map(({ from }) => from).filter((path) => inFolder(path, 'api', 'widgets', 'demo')));
    assert.deepEqual(
      Array.from(guilty).filter(
        (path) => !entries.test(path) && path.endsWith('.ts') && doing.test(readFileSync(join(root, path), 'utf8')),
      ),
      [],
    );
  });
});

/** The first circle in a graph, as a path, or nothing. */
function findCircle(graph: Map<string, string[]>): string[] {
  const done = new Set<string>();
  const walk = (node: string, path: string[]): string[] => {
    const at = path.indexOf(node);
    if (at >= 0) return [...path.slice(at), node];
    if (done.has(node)) return [];
    for (const next of graph.get(node) ?? []) {
      const circle = walk(next, [...path, node]);
      if (circle.length > 0) return circle;
    }
    done.add(node);
    return [];
  };
  for (const node of graph.keys()) {
    const circle = walk(node, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
