<?php
/**
 * Removes what this plugin stored, on every site of the network.
 *
 * @package Ambassador_Widgets
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $ambassador_widgets_site ) {
		delete_blog_option( $ambassador_widgets_site, 'ambassador_widgets' );
	}
} else {
	delete_option( 'ambassador_widgets' );
}
