import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { spawnSync } from 'node:child_process';

/** Where Debian's package puts WordPress. `WORDPRESS_PATH` names another one. */
export const wordpressPath = process.env['WORDPRESS_PATH'] ?? '/usr/share/wordpress';

/** Debian keeps servers where not everybody looks for programs. */
const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];

/** The path of a program; nothing when it is not installed. */
export function program(name: string): string | undefined {
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Debian's packages that this machine lacks for the tests of the WordPress plugin. */
export function missingPackages(): string[] {
  const php = program('php');
  const modules = php ? spawnSync(php, ['-m'], { encoding: 'utf8' }).stdout : '';
  const needed = {
    wordpress: existsSync(join(wordpressPath, 'wp-includes/version.php')),
    'php-cli': !!php,
    'php-mysql': /^mysqli$/m.test(modules),
    'mariadb-server': !!program('mariadbd') && !!program('mariadb-install-db'),
  };
  return Object.entries(needed).flatMap(([name, there]) => (there ? [] : [name]));
}
