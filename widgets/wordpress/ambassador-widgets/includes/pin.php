<?php
/**
 * Pins the version that the club serves now, when somebody presses the button for it.
 *
 * @package Ambassador_Widgets
 */

namespace Ambassador_Widgets;

use WP_Error;

defined( 'ABSPATH' ) || exit;

add_action( 'admin_post_ambassador_widgets_pin', __NAMESPACE__ . '\handle_pin' );

/** The press: checked, done, and back to the page with what came of it. */
function handle_pin() {
	if ( ! current_user_can( 'manage_options' ) ) {
		wp_die( esc_html__( 'Only administrators can change this. Nothing was changed.', 'ambassador-widgets' ), '', array( 'response' => 403 ) );
	}
	check_admin_referer( 'ambassador_widgets_pin' );
	$pinned = fetch_pin( settings()['club'] );
	if ( is_wp_error( $pinned ) ) {
		add_settings_error( OPTION, 'pin', $pinned->get_error_message() );
	} else {
		update_option( OPTION, array_merge( settings(), $pinned, array( 'script' => 'pinned' ) ) );
		/* translators: %s: number of a version. */
		add_settings_error( OPTION, 'pin', sprintf( __( 'Version %s is pinned. Pages load this one until you pin another.', 'ambassador-widgets' ), $pinned['version'] ), 'success' );
	}
	set_transient( 'settings_errors', get_settings_errors(), 30 );
	wp_safe_redirect( add_query_arg( 'settings-updated', 'true', settings_url() ) );
	exit;
}

/**
 * Reads version and hashes from the club, and that the files at the pinned address have these hashes.
 *
 * @param string $club Origin of the club.
 * @return array|WP_Error `version` and `integrity`, or a sentence that says what to do.
 */
function fetch_pin( $club ) {
	if ( '' === $club ) {
		return new WP_Error( 'club', __( 'Write the address of the club first and save it. Nothing was pinned.', 'ambassador-widgets' ) );
	}
	$manifest  = json_decode( fetch_text( $club . '/widgets/' . contract()['major'] . '/manifest.json' ), true );
	$version   = $manifest['version'] ?? '';
	$integrity = array();
	foreach ( SCRIPTS as $file ) {
		$hash = $manifest['files'][ $file ]['integrity'] ?? '';
		if ( is_string( $hash ) && preg_match( '#^sha384-[A-Za-z0-9+/]{64}$#D', $hash ) ) {
			$integrity[ $file ] = $hash;
		}
	}
	if ( ! is_string( $version ) || ! preg_match( '/^\d{1,4}\.\d{1,4}\.\d{1,4}$/D', $version ) || ! isset( $integrity['loader.js'] ) ) {
		return new WP_Error( 'manifest', __( 'The club did not answer as expected. Check its address and try again later. Nothing was changed.', 'ambassador-widgets' ) );
	}
	foreach ( $integrity as $file => $hash ) {
		$code = fetch_text( "$club/widgets/$version/$file" );
		// A file that another machine changes on its way would be refused by every browser.
		if ( 'sha384-' . base64_encode( hash( 'sha384', $code, true ) ) !== $hash ) {
			return new WP_Error( 'hash', __( 'What the club serves is not what it announces. Tell the club. Nothing was changed.', 'ambassador-widgets' ) );
		}
	}
	return array(
		'version'   => $version,
		'integrity' => $integrity,
	);
}

/**
 * The body of a good answer, else an empty text. Private networks are refused by WordPress, and so are redirects here.
 *
 * @param string $url An address of the club.
 * @return string
 */
function fetch_text( $url ) {
	$response = wp_safe_remote_get(
		$url,
		array(
			'timeout'             => 10,
			'redirection'         => 0,
			'limit_response_size' => MB_IN_BYTES,
		)
	);
	return 200 === wp_remote_retrieve_response_code( $response ) ? wp_remote_retrieve_body( $response ) : '';
}
