/** The plugin in a network of sites: each has its own settings, and uninstalling removes those of all. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startWordPress, type Site } from './site.ts';
import { plugin, zip } from './world.ts';

let site: Site;

before(async () => {
  site = await startWordPress(zip);
});
after(() => site?.close());

test('every site of a network has its own club, and nothing is left of any', () => {
  const { host } = new URL(site.origin);
  site.php(`
    require_once ABSPATH . 'wp-admin/includes/upgrade.php';
    require_once ABSPATH . 'wp-admin/includes/network.php';
    global $wpdb;
    foreach ( $wpdb->tables( 'ms_global' ) as $name => $table ) { $wpdb->$name = $table; }
    install_network();
    return populate_network( 1, '${host}', 'admin@example.org', 'Network', '/', false );`);
  const file = join(site.folder, 'wp-config.php');
  const constants = `define( 'MULTISITE', true );
define( 'SUBDOMAIN_INSTALL', false );
define( 'DOMAIN_CURRENT_SITE', '${host}' );
define( 'PATH_CURRENT_SITE', '/' );
define( 'SITE_ID_CURRENT_SITE', 1 );
define( 'BLOG_ID_CURRENT_SITE', 1 );
`;
  writeFileSync(file, readFileSync(file, 'utf8').replace('$table_prefix', `${constants}$table_prefix`));
  const { shown, left } = site.php<{ shown: string[]; left: unknown[] }>(`
    require_once ABSPATH . 'wp-admin/includes/plugin.php';
    require_once ABSPATH . 'wp-admin/includes/file.php';
    grant_super_admin( 1 );
    $sites = array( 1, wpmu_create_blog( '${host}', '/second/', 'Second', 1 ) );
    activate_plugin( '${plugin}', '', true );
    $on_each = static function ( $do ) use ( $sites ) {
      return array_map( static function ( $id ) use ( $do ) {
        switch_to_blog( $id );
        $answer = $do( $id );
        restore_current_blog();
        return $answer;
      }, $sites );
    };
    $shown = $on_each( static function ( $id ) {
      update_option( 'ambassador_widgets', array( 'club' => "https://club$id.example.org", 'partner' => "partner-$id" ) );
      return do_shortcode( '[ambassador widget="signup"]' );
    } );
    deactivate_plugins( '${plugin}', false, true );
    uninstall_plugin( '${plugin}' );
    $left = $on_each( static function () { return get_option( 'ambassador_widgets', 'nothing' ); } );
    return array( 'shown' => $shown, 'left' => $left );`);
  const signUp = (id: number) =>
    `<ambassador-signup partner="partner-${id}"><a href="https://club${id}.example.org/join?lang=en&#038;partner=partner-${id}">Join the ambassadors’ club</a></ambassador-signup>`;
  assert.deepEqual(shown, [signUp(1), signUp(2)]);
  assert.deepEqual(left, ['nothing', 'nothing']);
});
