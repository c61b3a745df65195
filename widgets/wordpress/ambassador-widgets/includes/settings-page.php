<?php
/**
 * Settings → Ambassador Widgets.
 *
 * @package Ambassador_Widgets
 */

namespace Ambassador_Widgets;

defined( 'ABSPATH' ) || exit;

add_action( 'admin_init', __NAMESPACE__ . '\register_settings' );
add_action( 'admin_menu', __NAMESPACE__ . '\register_page' );
add_filter( 'plugin_action_links_' . plugin_basename( FILE ), __NAMESPACE__ . '\link_to_settings' );

const PAGE = 'ambassador-widgets';

/** Declares the option and its three fields. */
function register_settings() {
	register_setting(
		PAGE,
		OPTION,
		array(
			'type'              => 'object',
			'sanitize_callback' => __NAMESPACE__ . '\checked_settings',
		)
	);
	add_settings_section( 'club', '', '__return_null', PAGE );
	$fields = array(
		'club'    => __( 'Address of the club', 'ambassador-widgets' ),
		'partner' => __( 'Short name of the partner', 'ambassador-widgets' ),
		'script'  => __( 'Version of the widgets', 'ambassador-widgets' ),
	);
	foreach ( $fields as $name => $label ) {
		// A group of buttons has no single field that a label could point at.
		$for = 'script' === $name ? array() : array( 'label_for' => "ambassador-widgets-$name" );
		add_settings_field( $name, $label, __NAMESPACE__ . "\\{$name}_field", PAGE, 'club', $for );
	}
}

/** Puts the page into the menu, for those who may change settings. */
function register_page() {
	add_options_page( 'Ambassador Widgets', 'Ambassador Widgets', 'manage_options', PAGE, __NAMESPACE__ . '\show_page' );
}

/**
 * Adds the way to the settings to the list of plugins.
 *
 * @param string[] $links Links under the plugin's name.
 * @return string[]
 */
function link_to_settings( $links ) {
	array_unshift( $links, sprintf( '<a href="%s">%s</a>', esc_url( settings_url() ), esc_html__( 'Settings', 'ambassador-widgets' ) ) );
	return $links;
}

/**
 * Address of the page.
 *
 * @return string
 */
function settings_url() {
	return admin_url( 'options-general.php?page=' . PAGE );
}

/**
 * What is stored of what came from the form, or from our own code. A value that cannot be used leaves the one before.
 *
 * @param mixed $given Anything.
 * @return array
 */
function checked_settings( $given ) {
	$before = settings();
	$given  = is_array( $given ) ? $given : array();
	// Whoever pins writes what was read from the club: the form has no such fields.
	$stored = array_merge( $before, array_intersect_key( $given, array_flip( array( 'version', 'integrity' ) ) ) );
	if ( doing_form() ) {
		$stored = $before;
	}
	$club = $given['club'] ?? $before['club'];
	if ( '' === $club || '' !== origin_of( $club ) ) {
		$stored['club'] = '' === $club ? '' : origin_of( $club );
	} else {
		add_settings_error( OPTION, 'club', __( 'The address of the club must begin with https, e.g. https://club.example.org. The one before was kept.', 'ambassador-widgets' ) );
	}
	$partner = is_string( $given['partner'] ?? null ) ? strtolower( trim( $given['partner'] ) ) : $before['partner'];
	if ( '' === $partner || matches( 'slug', $partner ) ) {
		$stored['partner'] = $partner;
	} else {
		add_settings_error( OPTION, 'partner', __( 'The short name of the partner has small letters, digits and hyphens only, e.g. ville-de-mulhouse. The one before was kept.', 'ambassador-widgets' ) );
	}
	if ( $stored['club'] !== $before['club'] ) {
		// Another club serves other files.
		$stored['version']   = '';
		$stored['integrity'] = array();
	}
	$stored['script'] = 'pinned' === ( $given['script'] ?? $before['script'] ) && '' !== $stored['version'] ? 'pinned' : 'evergreen';
	return $stored;
}

/**
 * Do these values come from a browser?
 *
 * @return bool
 */
function doing_form() {
	// phpcs:ignore WordPress.Security.NonceVerification -- options.php has checked it; only whose form it is matters here.
	return isset( $_POST['option_page'] ) && PAGE === $_POST['option_page'];
}

/** The page itself. */
function show_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$settings = settings();
	echo '<div class="wrap"><h1>Ambassador Widgets</h1><form action="options.php" method="post">';
	settings_fields( PAGE );
	do_settings_sections( PAGE );
	submit_button();
	echo '</form><hr><h2>' . esc_html__( 'Pin a version', 'ambassador-widgets' ) . '</h2><p>';
	if ( '' === $settings['version'] ) {
		esc_html_e( 'No version is pinned. Press the button to ask the club, once, for its version and the hash of its files.', 'ambassador-widgets' );
	} else {
		/* translators: %s: number of a version. */
		echo esc_html( sprintf( __( 'Version %s is pinned. Press the button to pin what the club serves now.', 'ambassador-widgets' ), $settings['version'] ) );
		echo '</p><p><code>' . esc_html( $settings['integrity']['loader.js'] ) . '</code>';
	}
	echo '</p><form action="' . esc_url( admin_url( 'admin-post.php' ) ) . '" method="post">';
	echo '<input type="hidden" name="action" value="ambassador_widgets_pin">';
	wp_nonce_field( 'ambassador_widgets_pin' );
	submit_button( __( 'Pin the club’s version', 'ambassador-widgets' ), 'secondary', 'submit', true, '' === $settings['club'] ? array( 'disabled' => true ) : array() );
	echo '</form><h2>' . esc_html__( 'In pages and posts', 'ambassador-widgets' ) . '</h2><p>';
	esc_html_e( 'Add one of the blocks of the club, or write a shortcode:', 'ambassador-widgets' );
	echo '</p><p><code>[ambassador widget="signup"]</code></p></div>';
}

/** Where the club is. */
function club_field() {
	text_field( 'club', 'url', __( 'As in the snippet of its configurator, e.g. https://club.example.org', 'ambassador-widgets' ) );
}

/** Which partner this site is. */
function partner_field() {
	text_field( 'partner', 'text', __( 'The club has told you, e.g. ville-de-mulhouse. Blocks and shortcodes can name another.', 'ambassador-widgets' ) );
}

/**
 * One line to write in.
 *
 * @param string $name Name of the setting.
 * @param string $type Type of the field.
 * @param string $help What to write.
 */
function text_field( $name, $type, $help ) {
	printf(
		'<input class="regular-text" type="%1$s" id="ambassador-widgets-%2$s" name="%3$s[%2$s]" value="%4$s" aria-describedby="ambassador-widgets-%2$s-help" spellcheck="false" autocapitalize="none"><p class="description" id="ambassador-widgets-%2$s-help">%5$s</p>',
		esc_attr( $type ),
		esc_attr( $name ),
		esc_attr( OPTION ),
		esc_attr( settings()[ $name ] ),
		esc_html( $help )
	);
}

/** Newest or pinned. */
function script_field() {
	$choices = array(
		'evergreen' => __( 'Always the newest one that fits. Improvements arrive by themselves.', 'ambassador-widgets' ),
		'pinned'    => __( 'The pinned one. Browsers refuse a file whose hash is another.', 'ambassador-widgets' ),
	);
	echo '<fieldset><legend class="screen-reader-text">' . esc_html__( 'Version of the widgets', 'ambassador-widgets' ) . '</legend>';
	foreach ( $choices as $value => $label ) {
		printf(
			'<label><input type="radio" name="%1$s[script]" value="%2$s"%3$s%4$s> %5$s</label><br>',
			esc_attr( OPTION ),
			esc_attr( $value ),
			checked( settings()['script'], $value, false ),
			disabled( 'pinned' === $value && '' === settings()['version'], true, false ),
			esc_html( $label )
		);
	}
	echo '</fieldset>';
}
