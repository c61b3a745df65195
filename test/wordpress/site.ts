import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { freePorts } from '../support/demo.ts';
import { startDatabase } from './database.ts';
import { program, wordpressPath } from './installed.ts';

/** A WordPress of this test's own, with the packed plugin in it. */
export interface Site {
  origin: string;
  /** Runs PHP in it, as an administrator unless the code says otherwise, and answers what it returns. */
  php<T = unknown>(code: string): T;
  /** Everything that PHP and WordPress complained about. */
  log(): string;
  /** Where it is on the disk. */
  folder: string;
  close(): Promise<void>;
}

const php = () => program('php')!;
/** Every complaint, in the log and never in a page. */
const strict = ['-d', 'error_reporting=-1', '-d', 'display_errors=0', '-d', 'log_errors=1', '-d', 'memory_limit=256M'];

/**
 * Installs WordPress as its own installer does, and serves it.
 * @param zip path of the packed plugin
 * @param port where to listen on the loopback
 */
export async function startWordPress(zip: string, port?: number): Promise<Site> {
  const home = mkdtempSync(join(tmpdir(), 'ambassador-wp-'));
  const folder = join(home, 'wordpress');
  const logFile = join(home, 'php.log');
  const origin = `http://localhost:${port ?? (await freePorts(1))}`;
  const undo: (() => Promise<void> | void)[] = [() => rmSync(home, { recursive: true, force: true })];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const database = await startDatabase(home);
    undo.push(() => database.close());
    copyWordPress(folder, zip);
    writeFileSync(join(folder, 'wp-config.php'), configuration(origin, database.socket, logFile));
    const run = <T>(code: string, prelude = '') => runPhp<T>(home, folder, logFile, code, prelude);
    run(
      `require ABSPATH . 'wp-admin/includes/upgrade.php';
       $installed = wp_install( 'Ville', 'admin', 'admin@example.org', true, '', 'secret-of-admin' );
       switch_theme( 'bare' );
       return $installed;`,
      // Both are there to be replaced: the one sends a mail.
      `define( 'WP_INSTALLING', true ); function wp_new_blog_notification() {}
       $link = mysqli_connect( null, 'root', '', null, 0, '${database.socket}' );
       mysqli_query( $link, 'CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4' );`,
    );
    const server = spawn(php(), [...strict, '-d', `error_log=${logFile}`, '-S', new URL(origin).host, '-t', folder], {
      stdio: 'ignore',
    });
    const ended = once(server, 'exit');
    undo.push(async () => {
      server.kill();
      await ended;
    });
    await untilAnswering(`${origin}/readme.html`);
    return {
      origin,
      folder,
      php: run,
      log: () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : ''),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function copyWordPress(folder: string, zip: string): void {
  // Debian shares some files with other packages by links.
  cpSync(wordpressPath, folder, { recursive: true, dereference: true });
  cpSync(join(import.meta.dirname, 'themes'), join(folder, 'wp-content/themes'), { recursive: true });
  cpSync(join(import.meta.dirname, 'mu-plugins'), join(folder, 'wp-content/mu-plugins'), { recursive: true });
  for (const [name, content] of Object.entries(unzipSync(readFileSync(zip)))) {
    const path = join(folder, 'wp-content/plugins', name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
  }
}

/** As hosts set it up that give nobody `unfiltered_html`; nothing of it leaves the loopback. */
const configuration = (origin: string, socket: string, logFile: string) => `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'WP_HOME', '${origin}' );
define( 'WP_SITEURL', '${origin}' );
define( 'WP_ENVIRONMENT_TYPE', 'local' );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', '${logFile}' );
define( 'SCRIPT_DEBUG', false );
define( 'DISALLOW_UNFILTERED_HTML', true );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'WP_ACCESSIBLE_HOSTS', 'localhost,127.0.0.1' );
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;

function runPhp<T>(home: string, folder: string, logFile: string, code: string, prelude: string): T {
  const script = join(home, 'run.php');
  writeFileSync(
    script,
    `<?php
${prelude}
$_SERVER['HTTP_HOST'] = 'localhost';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REQUEST_URI'] = '/';
require '${folder}/wp-load.php';
if ( ! defined( 'WP_INSTALLING' ) ) { wp_set_current_user( 1 ); }
$answer = ( static function () { ${code} } )();
echo "\\n\\x1e", json_encode( $answer, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
`,
  );
  const { stdout, stderr, status } = spawnSync(php(), [...strict, '-d', `error_log=${logFile}`, script], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  const answer = stdout.split('\u001e')[1];
  if (status !== 0 || answer === undefined) {
    const log = existsSync(logFile) ? readFileSync(logFile, 'utf8').slice(-2000) : '';
    throw new Error(`PHP failed (${status}): ${code}\n${stdout}${stderr}${log}`);
  }
  return JSON.parse(answer) as T;
}

async function untilAnswering(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} did not answer: PHP's own server did not start.`);
}
