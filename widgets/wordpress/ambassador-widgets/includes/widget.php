<?php
/**
 * One widget on a page: the element, its fallback and its script.
 *
 * @package Ambassador_Widgets
 */

namespace Ambassador_Widgets;

defined( 'ABSPATH' ) || exit;

/**
 * The markup of a widget, escaped, without line ends: editors of text would make paragraphs of them.
 *
 * @param string $widget Name of the widget, from anywhere.
 * @param array  $given  Attributes as somebody wrote them.
 * @return string Empty when the widget or the club is not known.
 */
function widget( $widget, array $given ) {
	$widgets = contract()['widgets'];
	if ( ! is_string( $widget ) || ! isset( $widgets[ $widget ] ) ) {
		/* translators: %s: names of widgets, separated by commas. */
		return hint( sprintf( __( 'This widget is not known. Write one of: %s.', 'ambassador-widgets' ), implode( ', ', array_keys( $widgets ) ) ) );
	}
	if ( '' === settings()['club'] ) {
		return hint( __( 'Tell under Settings → Ambassador Widgets where your club is. Until then visitors see nothing here.', 'ambassador-widgets' ) );
	}
	$choice = choose( $widget, $given );
	if ( 'badge' === $widget && ! isset( $choice['badge'] ) ) {
		return hint( __( 'Paste the address of a badge. Until then visitors see nothing here.', 'ambassador-widgets' ) );
	}
	// Readers of feeds run no script and show no unknown element.
	if ( is_feed() ) {
		return fallback( $widget, $choice );
	}
	enqueue( 'ambassador-widgets' );
	$attributes = '';
	foreach ( $choice as $name => $value ) {
		$attributes .= '' === $value ? " $name" : sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return "<ambassador-$widget$attributes>" . fallback( $widget, $choice ) . "</ambassador-$widget>" . (
		isset( $choice['partner'] ) || 'badge' === $widget
			? ''
			: hint( __( 'Tell under Settings → Ambassador Widgets which partner this site is. Until then visitors see only the link.', 'ambassador-widgets' ) )
	);
}

/**
 * A sentence for whoever can edit this page; nothing for its visitors.
 *
 * @param string $sentence What to do.
 * @return string
 */
function hint( $sentence ) {
	return current_user_can( 'edit_posts' ) ? '<em>' . esc_html( $sentence ) . '</em>' : '';
}
