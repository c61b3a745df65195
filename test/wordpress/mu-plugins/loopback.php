<?php
/**
 * The club of the tests is on this machine, which WordPress refuses to ask unless a site says so.
 */
add_filter( 'http_request_host_is_external', static fn( $external, $host ) => $external || 'localhost' === $host, 10, 2 );
add_filter(
	'http_allowed_safe_ports',
	static fn( $ports, $host, $url ) => 'localhost' === $host ? array( wp_parse_url( $url, PHP_URL_PORT ) ) : $ports,
	10,
	3
);
