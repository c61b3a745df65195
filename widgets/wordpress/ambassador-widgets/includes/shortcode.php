<?php
/**
 * The shortcode, for the classic editor, page builders and text widgets.
 *
 * @package Ambassador_Widgets
 */

namespace Ambassador_Widgets;

defined( 'ABSPATH' ) || exit;

add_shortcode( 'ambassador', __NAMESPACE__ . '\shortcode' );

/**
 * `[ambassador widget="signup" partner="ville" open]`
 *
 * @param array|string $attributes By name; a text when there are none.
 * @return string
 */
function shortcode( $attributes ) {
	$attributes = is_array( $attributes ) ? $attributes : array();
	return widget( $attributes['widget'] ?? '', $attributes );
}
