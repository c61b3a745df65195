<?php
/**
 * The club's scripts: on pages with a widget, once, as modules, with the hash that was pinned.
 *
 * @package Ambassador_Widgets
 */

namespace Ambassador_Widgets;

defined( 'ABSPATH' ) || exit;

add_filter( 'script_loader_tag', __NAMESPACE__ . '\module_tag', PHP_INT_MAX, 2 );
add_filter( 'wp_script_attributes', __NAMESPACE__ . '\script_attributes', PHP_INT_MAX );

/** The scripts of the club that pages load, by the handle that WordPress knows them by. */
const SCRIPTS = array(
	'ambassador-widgets'       => 'loader.js',
	'ambassador-widgets-frame' => 'frame.js',
);

/**
 * Asks for a script of the club on this page; more than once is once.
 *
 * @param string $handle One of SCRIPTS.
 */
function enqueue( $handle ) {
	// The version is in the address: a query would make it another file than the one that was pinned.
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( $handle, script_url( SCRIPTS[ $handle ] ), array(), null );
	} else {
		wp_enqueue_script( $handle, script_url( SCRIPTS[ $handle ] ), array(), null, true );
	}
}

/**
 * Address of one of the club's scripts: of the pinned version, or of the newest of this major.
 *
 * @param string $file Name of the file.
 * @return string
 */
function script_url( $file ) {
	$settings = settings();
	return $settings['club'] . '/widgets/' . ( is_pinned() ? $settings['version'] : contract()['major'] ) . '/' . $file;
}

/**
 * Writes our tag as a module, for versions of WordPress before 6.5 that know none.
 *
 * @param string $tag    The tag as WordPress and others wrote it.
 * @param string $handle Whose it is.
 * @return string
 */
function module_tag( $tag, $handle ) {
	return isset( SCRIPTS[ $handle ] ) ? wp_get_script_tag( array( 'id' => "$handle-js" ) ) : $tag;
}

/**
 * What our tags say, whoever wrote them and whatever was changed on the way.
 *
 * @param array $attributes Attributes of any script tag.
 * @return array
 */
function script_attributes( $attributes ) {
	$handle = preg_replace( '/-js(?:-module)?$/D', '', $attributes['id'] ?? '' );
	if ( ! isset( SCRIPTS[ $handle ] ) ) {
		return $attributes;
	}
	$file                      = SCRIPTS[ $handle ];
	$attributes['type']        = 'module';
	$attributes['src']         = script_url( $file );
	$attributes['crossorigin'] = 'anonymous';
	$hash                      = is_pinned() ? ( settings()['integrity'][ $file ] ?? '' ) : '';
	if ( '' !== $hash ) {
		$attributes['integrity'] = $hash;
	}
	// Scripts that are joined, delayed or served from elsewhere are no longer what was pinned. In turn: Cloudflare
	// Rocket Loader, LiteSpeed Cache, Autoptimize.
	$attributes['data-cfasync']     = 'false';
	$attributes['data-no-optimize'] = '1';
	$attributes['data-noptimize']   = '1';
	return $attributes;
}
