<?php
/**
 * What a page shows where no script runs: a real link, or the badge's picture.
 *
 * @package Ambassador_Widgets
 */

namespace Ambassador_Widgets;

defined( 'ABSPATH' ) || exit;

/**
 * The markup between a widget's tags, escaped.
 *
 * @param string $widget One of the contract's widgets.
 * @param array  $choice As `choose()` leaves it.
 * @return string
 */
function fallback( $widget, array $choice ) {
	$language = fallback_language( $choice['lang'] ?? '' );
	$terms    = terms( $language );
	if ( 'badge' === $widget ) {
		return isset( $choice['badge'] ) ? badge_picture( $choice, $terms['badge'] ) : '';
	}
	$query = array( 'lang' => $language );
	if ( 'signup' === $widget ) {
		// What is null is left out.
		$query['partner'] = $choice['partner'] ?? null;
		$query['circle']  = $choice['circle'] ?? null;
	}
	$url   = settings()['club'] . contract()['pages'][ $widget ] . '?' . http_build_query( $query );
	return sprintf( '<a href="%s">%s</a>', esc_url( $url ), esc_html( $terms[ $widget ] ) );
}

/**
 * The badge's picture in its form and the reader's scheme, linked to the page that checks it.
 *
 * @param array  $choice As `choose()` leaves it.
 * @param string $alt    What the picture says.
 * @return string
 */
function badge_picture( array $choice, $alt ) {
	$page = settings()['club'] . '/b/' . $choice['badge'];
	$form = $choice['variant'] ?? 'line';
	$size = contract()['badgeSizes'][ $form ];
	return sprintf(
		'<a href="%1$s" rel="noopener"><img src="%2$s" width="%3$d" height="%4$d" alt="%5$s" loading="lazy"></a>',
		esc_url( $page ),
		esc_url( $page . ( 'line' === $form ? '' : "-$form" ) . '.svg' ),
		$size['width'],
		$size['height'],
		esc_attr( $alt )
	);
}
