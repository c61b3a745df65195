<?php
/**
 * The plugin's own texts, for the languages of the club.
 *
 * @package Ambassador_Widgets
 */

namespace Ambassador_Widgets;

defined( 'ABSPATH' ) || exit;

add_action( 'init', __NAMESPACE__ . '\load_texts', 5 );
add_filter( 'plugin_locale', __NAMESPACE__ . '\nearest_locale', 10, 2 );
add_filter( 'load_script_translation_file', __NAMESPACE__ . '\nearest_script_texts', 10, 3 );

/** Loads the texts of the settings and of the editor. */
function load_texts() {
	load_plugin_textdomain( 'ambassador-widgets', false, dirname( plugin_basename( FILE ) ) . '/languages' );
}

/**
 * Which of our translations a locale reads: `de_CH` and `de_DE_formal` the German one, Alsatian the French one.
 *
 * @param string $locale A locale of WordPress.
 * @param string $domain Whose texts are asked for.
 * @return string
 */
function nearest_locale( $locale, $domain ) {
	if ( 'ambassador-widgets' !== $domain ) {
		return $locale;
	}
	$nearest = array(
		'fr'  => 'fr_FR',
		'gsw' => 'fr_FR',
		'de'  => 'de_DE',
	);
	return $nearest[ strtok( $locale, '_' ) ] ?? $locale;
}

/**
 * The same for the texts of the editor's script.
 *
 * @param string|false $file   Where WordPress would look.
 * @param string       $handle Handle of the script.
 * @param string       $domain Whose texts are asked for.
 * @return string|false
 */
function nearest_script_texts( $file, $handle, $domain ) {
	if ( 'ambassador-widgets' !== $domain || ! $file ) {
		return $file;
	}
	$locale = nearest_locale( determine_locale(), $domain );
	return dirname( FILE ) . "/languages/ambassador-widgets-$locale-$handle.json";
}

/**
 * The language that a widget's fallback is written in: what was chosen for it, else the page's, else the club's first.
 *
 * @param string $chosen Language of the widget, or an empty text.
 * @return string
 */
function fallback_language( $chosen ) {
	$languages = contract()['languages'];
	foreach ( array( $chosen, strtok( get_locale(), '_' ) ) as $language ) {
		if ( in_array( $language, $languages, true ) ) {
			return $language;
		}
	}
	return $languages[0];
}

/**
 * What stands between a widget's tags, by name.
 *
 * @param string $language One of the club's.
 * @return string[]
 */
function terms( $language ) {
	static $read = array();
	if ( ! isset( $read[ $language ] ) ) {
		$read[ $language ] = require dirname( FILE ) . "/terms/$language.php";
	}
	return $read[ $language ];
}
