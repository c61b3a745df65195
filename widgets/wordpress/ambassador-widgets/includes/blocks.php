<?php
/**
 * One block for each widget. Their content is made when a page is shown, so nothing of it is stored in posts.
 *
 * @package Ambassador_Widgets
 */

namespace Ambassador_Widgets;

defined( 'ABSPATH' ) || exit;

add_action( 'init', __NAMESPACE__ . '\register_blocks' );

/** Registers the blocks, and the script that shows them in the editor. */
function register_blocks() {
	wp_register_script(
		'ambassador-widgets-editor',
		plugins_url( 'editor.js', FILE ),
		array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n', 'wp-server-side-render' ),
		contract()['version'],
		true
	);
	wp_set_script_translations( 'ambassador-widgets-editor', 'ambassador-widgets', dirname( FILE ) . '/languages' );
	foreach ( array_keys( contract()['widgets'] ) as $widget ) {
		register_block_type(
			dirname( FILE ) . "/blocks/$widget",
			array(
				'render_callback' => static function ( $attributes ) use ( $widget ) {
					$markup = widget( $widget, $attributes );
					return '' === $markup ? '' : sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), $markup );
				},
			)
		);
	}
}
