<?php
/**
 * What the site's owner chose, in one option.
 *
 * @package Ambassador_Widgets
 */

namespace Ambassador_Widgets;

defined( 'ABSPATH' ) || exit;

/** Name of the only option that this plugin writes. */
const OPTION = 'ambassador_widgets';

/**
 * The settings, complete whatever is stored.
 *
 * `club`: origin of the club, or an empty text. `partner`: short name. `script`: `evergreen` or `pinned`.
 * `version` and `integrity` (hash by name of file): what was pinned; empty when nothing was.
 *
 * @return array
 */
function settings() {
	$stored   = get_option( OPTION );
	$defaults = array(
		'club'      => '',
		'partner'   => '',
		'script'    => 'evergreen',
		'version'   => '',
		'integrity' => array(),
	);
	return array_merge( $defaults, is_array( $stored ) ? $stored : array() );
}

/**
 * Is what was pinned there and in use?
 *
 * @return bool
 */
function is_pinned() {
	$settings = settings();
	return 'pinned' === $settings['script'] && '' !== $settings['version'];
}

/**
 * The origin in what somebody typed or pasted; an empty text when it is none that widgets could come from.
 *
 * @param mixed $text An address, with or without scheme and path.
 * @return string
 */
function origin_of( $text ) {
	$text  = trim( is_string( $text ) ? $text : '' );
	$text  = preg_match( '#^https?://#i', $text ) ? $text : 'https://' . $text;
	$parts = wp_parse_url( $text );
	if ( ! is_array( $parts ) || ! isset( $parts['host'] ) || isset( $parts['user'] ) || isset( $parts['pass'] ) ) {
		return '';
	}
	$host  = strtolower( $parts['host'] );
	$label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
	if ( ! preg_match( "/^$label(?:\\.$label)*$/D", $host ) ) {
		return '';
	}
	$scheme = strtolower( $parts['scheme'] );
	// Without https anybody on the way could change the script: on the own machine there is nobody.
	$local = 'localhost' === $host || '127.0.0.1' === $host || 1 === preg_match( '/\.localhost$/D', $host );
	if ( 'https' !== $scheme && ! $local ) {
		return '';
	}
	if ( ! $local && false === strpos( $host, '.' ) ) {
		return '';
	}
	return $scheme . '://' . $host . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
}
