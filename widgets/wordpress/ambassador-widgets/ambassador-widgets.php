<?php
/**
 * Plugin Name:       Ambassador Widgets
 * Description:       Sign-up form, stories, badge, counter and story form of your ambassadors’ club, as blocks and as a shortcode.
 * Version:           {{version}}
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            Ambassador Widgets
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       ambassador-widgets
 * Domain Path:       /languages
 *
 * The MIT licence is compatible with the GNU General Public License, version 2 or later, of WordPress.
 *
 * @package Ambassador_Widgets
 */

namespace Ambassador_Widgets;

defined( 'ABSPATH' ) || exit;

const FILE = __FILE__;

require __DIR__ . '/includes/contract.php';
require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/languages.php';
require __DIR__ . '/includes/choice.php';
require __DIR__ . '/includes/fallback.php';
require __DIR__ . '/includes/script.php';
require __DIR__ . '/includes/widget.php';
require __DIR__ . '/includes/blocks.php';
require __DIR__ . '/includes/shortcode.php';
require __DIR__ . '/includes/oembed.php';

// Pages that visitors see never read the rest.
if ( is_admin() ) {
	require __DIR__ . '/includes/pin.php';
	require __DIR__ . '/includes/settings-page.php';
}
