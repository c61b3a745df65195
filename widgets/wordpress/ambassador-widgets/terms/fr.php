<?php
/**
 * What stands between a widget's tags.
 *
 * @package Ambassador_Widgets
 */

defined( 'ABSPATH' ) || exit;

return array(
	'signup'       => 'Rejoindre le club des ambassadeurs',
	'testimonials' => 'Lire ce que racontent les ambassadeurs',
	'badge'        => 'Badge d’ambassadeur, à vérifier auprès du club',
	'counter'      => 'Combien d’ambassadeurs sommes-nous ?',
	'story-form'   => 'Raconter mon histoire au club',
);
