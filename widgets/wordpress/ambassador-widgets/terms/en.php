<?php
/**
 * What stands between a widget's tags.
 *
 * @package Ambassador_Widgets
 */

defined( 'ABSPATH' ) || exit;

return array(
	'signup'       => 'Join the ambassadors’ club',
	'testimonials' => 'Read what ambassadors tell',
	'badge'        => 'Ambassador’s badge, to be checked with the club',
	'counter'      => 'How many ambassadors are we?',
	'story-form'   => 'Tell the club my story',
);
