<?php
/**
 * What the club and its widgets agree on: read from a file that the build writes from the club's own source.
 *
 * @package Ambassador_Widgets
 */

namespace Ambassador_Widgets;

defined( 'ABSPATH' ) || exit;

/**
 * Widgets with their attributes, themes, languages, addresses and patterns; read once, at the first widget of a page.
 *
 * @return array
 */
function contract() {
	static $contract = null;
	if ( null === $contract ) {
		$contract = wp_json_file_decode( dirname( FILE ) . '/embed.json', array( 'associative' => true ) );
	}
	return $contract;
}

/**
 * Does a text match one of the contract's patterns? They mean the same in JavaScript and in PCRE.
 *
 * @param string $name Name of the pattern.
 * @param mixed  $text What somebody wrote.
 * @return bool
 */
function matches( $name, $text ) {
	// D: the end is the end, not a line end before it.
	return is_string( $text ) && 1 === preg_match( '/' . contract()['patterns'][ $name ] . '/D', $text );
}
