<?php
/**
 * A colour that somebody chose for a widget: in a style sheet with an address, since strict policies refuse any other.
 *
 * @package Ambassador_Widgets
 */

namespace Ambassador_Widgets;

defined( 'ABSPATH' ) || exit;

add_action( 'init', __NAMESPACE__ . '\answer_accent', 1 );

/** Name of the query that asks for the sheet of one colour. */
const ACCENT_QUERY = 'ambassador-widgets-accent';

/**
 * Six digits of `#rgb` or `#rrggbb`; an empty text for anything else that CSS calls a colour, or hides behind one.
 *
 * @param mixed $text What somebody wrote.
 * @return string
 */
function accent_digits( $text ) {
	if ( ! is_string( $text ) || ! preg_match( '/^#([0-9a-f]{3}|[0-9a-f]{6})$/Di', trim( $text ), $found ) ) {
		return '';
	}
	$digits = strtolower( $found[1] );
	return 6 === strlen( $digits ) ? $digits : preg_replace( '/./', '$0$0', $digits );
}

/**
 * Asks for the sheet of a colour on this page, and says which class it is for.
 *
 * @param string $digits As `accent_digits()` gives them.
 * @return string
 */
function use_accent( $digits ) {
	wp_enqueue_style( ACCENT_QUERY . "-$digits", home_url( '/?' . ACCENT_QUERY . "=$digits" ), array(), null );
	return "ambassador-accent-$digits";
}

/** Answers with the sheet of a colour. It never changes, so that browsers and caches keep it. */
function answer_accent() {
	// phpcs:ignore WordPress.Security.NonceVerification -- a style sheet, the same for everybody; nothing is written.
	$asked = isset( $_GET[ ACCENT_QUERY ] ) && is_string( $_GET[ ACCENT_QUERY ] ) ? '#' . wp_unslash( $_GET[ ACCENT_QUERY ] ) : '';
	$digits = accent_digits( $asked );
	if ( 6 !== strlen( $digits ) ) {
		return;
	}
	header( 'Content-Type: text/css; charset=UTF-8' );
	header( 'X-Content-Type-Options: nosniff' );
	header( 'Cache-Control: public, max-age=31536000, immutable' );
	echo accent_sheet( $digits ); // phpcs:ignore WordPress.Security.EscapeOutput -- digits alone.
	exit;
}

/**
 * The rules of a colour: each scheme has the nearest that can be read on its ground.
 *
 * @param string $digits As `accent_digits()` gives them.
 * @return string
 */
function accent_sheet( $digits ) {
	$class    = ".ambassador-accent-$digits";
	$surfaces = contract()['surfaces'];
	$light    = readable( $digits, $surfaces['light'], 0 );
	$dark     = readable( $digits, $surfaces['dark'], 255 );
	return "$class,{$class}[theme=light]{--ambassador-accent:$light}\n" .
		"@supports (color:light-dark(red,red)){{$class}{--ambassador-accent:light-dark($light,$dark)}}\n" .
		"{$class}[theme=light]{--ambassador-accent:$light}\n{$class}[theme=dark]{--ambassador-accent:$dark}\n";
}

/**
 * The colour, mixed with black or white until words in it can be read (WCAG 2.2, 1.4.3).
 *
 * @param string $digits  Six digits.
 * @param string $surface The ground, as `#rrggbb`.
 * @param int    $end     What is mixed in: 0 for black, 255 for white.
 * @return string `#rrggbb`
 */
function readable( $digits, $surface, $end ) {
	$chosen = array_map( 'hexdec', str_split( $digits, 2 ) );
	$ground = luminance( array_map( 'hexdec', str_split( substr( $surface, 1 ), 2 ) ) );
	for ( $part = 0; $part <= 100; $part++ ) {
		$mixed = array();
		foreach ( $chosen as $channel ) {
			$mixed[] = (int) round( $channel + ( $end - $channel ) * $part / 100 );
		}
		$pair = array( $ground, luminance( $mixed ) );
		if ( ( max( $pair ) + 0.05 ) / ( min( $pair ) + 0.05 ) >= 4.5 ) {
			break;
		}
	}
	return vsprintf( '#%02x%02x%02x', $mixed );
}

/**
 * Relative luminance, 0 to 1 (WCAG 2.2).
 *
 * @param int[] $colour Red, green and blue, 0 to 255.
 * @return float
 */
function luminance( array $colour ) {
	$linear = array();
	foreach ( $colour as $channel ) {
		$part     = $channel / 255;
		$linear[] = $part <= 0.04045 ? $part / 12.92 : pow( ( $part + 0.055 ) / 1.055, 2.4 );
	}
	return 0.2126 * $linear[0] + 0.7152 * $linear[1] + 0.0722 * $linear[2];
}
