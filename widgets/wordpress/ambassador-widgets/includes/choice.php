<?php
/**
 * Checks what somebody wrote in a block or a shortcode against the contract.
 *
 * @package Ambassador_Widgets
 */

namespace Ambassador_Widgets;

defined( 'ABSPATH' ) || exit;

/**
 * What is left of somebody's choice: names that the widget has, with values that it takes, defaults left out.
 *
 * @param string $widget One of the contract's widgets.
 * @param array  $given  By name; a name alone, as shortcodes allow, is a flag that is set.
 * @return array Texts by attribute's name, `partner`, `lang` and `theme` among them; a flag is an empty text.
 */
function choose( $widget, array $given ) {
	$named = array();
	foreach ( $given as $name => $value ) {
		if ( is_int( $name ) ) {
			$named[ strtolower( (string) $value ) ] = true;
		} else {
			$named[ $name ] = is_string( $value ) ? trim( $value ) : $value;
		}
	}
	$choice = array();
	foreach ( common_options() + contract()['widgets'][ $widget ] as $name => $option ) {
		$value = isset( $named[ $name ] ) ? checked_value( $option, $named[ $name ], $name ) : null;
		if ( null !== $value && ( $option['default'] ?? null ) !== $value ) {
			$choice[ $name ] = $value;
		}
	}
	if ( ! isset( $choice['partner'] ) && matches( 'slug', settings()['partner'] ) ) {
		$choice = array( 'partner' => settings()['partner'] ) + $choice;
	}
	return $choice;
}

/**
 * What every widget takes, described as the others are.
 *
 * @return array
 */
function common_options() {
	return array(
		'partner' => array( 'kind' => 'slug' ),
		'lang'    => array(
			'kind'   => 'choice',
			'values' => contract()['languages'],
		),
		'theme'   => array(
			'kind'    => 'choice',
			'values'  => contract()['themes'],
			'default' => 'auto',
		),
	);
}

/**
 * One value as the element's attribute says it; null when it is none of the option's.
 *
 * @param array  $option From the contract.
 * @param mixed  $value  Whatever somebody wrote.
 * @param string $name   Name of the attribute.
 * @return string|null
 */
function checked_value( array $option, $value, $name ) {
	if ( 'flag' === $option['kind'] ) {
		$on = is_bool( $value ) ? $value : in_array( strtolower( (string) $value ), array( '', '1', 'true', 'yes', 'on', $name ), true );
		return $on ? '' : null;
	}
	if ( ! is_string( $value ) && ! is_int( $value ) ) {
		return null;
	}
	$text = (string) $value;
	switch ( $option['kind'] ) {
		case 'choice':
			return in_array( $text, $option['values'], true ) ? $text : null;
		case 'number':
			$number = preg_match( '/^\d{1,9}$/D', $text ) ? (int) $text : -1;
			if ( $number < $option['min'] || $number > $option['max'] ) {
				return null;
			}
			return (string) $number;
		case 'badge':
			// Holders know their badge by its address.
			$id = preg_match( '#/b/(\w+)#', $text, $found ) ? $found[1] : $text;
			return matches( 'badge', $id ) ? $id : null;
		default:
			return matches( $option['kind'], $text ) ? $text : null;
	}
}
