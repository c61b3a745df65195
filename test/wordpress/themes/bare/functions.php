<?php
/**
 * A classic theme under a strict policy. WordPress itself writes styles and scripts into pages: none of them here, so
 * that whatever the policy refuses is the plugin's.
 */
add_action(
	'after_setup_theme',
	static function () {
		remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
		remove_action( 'wp_print_styles', 'print_emoji_styles' );
		remove_action( 'wp_enqueue_scripts', 'wp_enqueue_global_styles' );
		remove_action( 'wp_footer', 'wp_enqueue_global_styles', 1 );
		remove_action( 'wp_enqueue_scripts', 'wp_enqueue_classic_theme_styles' );
		remove_action( 'wp_body_open', 'wp_global_styles_render_svg_filters' );
		add_filter( 'show_admin_bar', '__return_false' );
	}
);
add_action( 'wp_enqueue_scripts', static fn() => wp_dequeue_style( 'wp-block-library' ), 100 );
add_action(
	'widgets_init',
	static fn() => register_sidebar(
		array(
			'id'   => 'side',
			'name' => 'Side',
		)
	)
);
add_action(
	'send_headers',
	static function () {
		$club = get_option( 'ambassador_widgets' )['club'] ?? "'none'";
		header( "Content-Security-Policy: default-src 'none'; script-src $club; connect-src $club; img-src $club; media-src $club; frame-src $club; style-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html" );
	}
);
