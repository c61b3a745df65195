<?php
/**
 * An address of the club on a line of its own becomes a frame (oEmbed 1.0).
 *
 * @package Ambassador_Widgets
 */

namespace Ambassador_Widgets;

defined( 'ABSPATH' ) || exit;

add_action( 'init', __NAMESPACE__ . '\register_provider' );
add_filter( 'oembed_dataparse', __NAMESPACE__ . '\only_our_frame', 20, 3 );
add_filter( 'embed_oembed_html', __NAMESPACE__ . '\growing_frame', 10, 2 );

/** Says where the club answers about its own addresses. */
function register_provider() {
	$club = settings()['club'];
	if ( '' !== $club ) {
		wp_oembed_add_provider( "$club/*", "$club/oembed" );
	}
}

/**
 * Keeps of the club's answer its frame alone: providers that a site adds are believed, and we need no more than that.
 *
 * @param string|false $html Markup that WordPress made of the answer.
 * @param object       $data The answer.
 * @param string       $url  The address that somebody pasted.
 * @return string|false
 */
function only_our_frame( $html, $data, $url ) {
	if ( ! is_string( $html ) || ! is_ours( $url ) ) {
		return $html;
	}
	$attributes = array_fill_keys( array( 'src', 'title', 'width', 'height', 'loading', 'allow', 'referrerpolicy', 'lang' ), true );
	$frame      = trim( wp_kses( $html, array( 'iframe' => $attributes ), array( 'http', 'https' ) ) );
	$markup     = preg_match( '#<iframe [^>]*src="([^"]*)"[^>]*></iframe>#', $frame, $found );
	return $markup && is_ours( html_entity_decode( $found[1], ENT_QUOTES ) ) ? $found[0] : false;
}

/**
 * Asks for the script that gives frames the height of their content.
 *
 * @param string|false $html Markup of an embed, maybe kept from an earlier answer.
 * @param string       $url  The address that somebody pasted.
 * @return string|false
 */
function growing_frame( $html, $url ) {
	if ( is_string( $html ) && is_ours( $url ) && false !== strpos( $html, '<iframe' ) ) {
		enqueue( 'ambassador-widgets-frame' );
	}
	return $html;
}

/**
 * Is this an address of the club?
 *
 * @param string $url Any address.
 * @return bool
 */
function is_ours( $url ) {
	$club = settings()['club'];
	return '' !== $club && 0 === strpos( $url, "$club/" );
}
