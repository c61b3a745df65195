<?php
/**
 * What stands between a widget's tags.
 *
 * @package Ambassador_Widgets
 */

defined( 'ABSPATH' ) || exit;

return array(
	'signup'       => 'Bim Botschàfterclub mìtmàcha',
	'testimonials' => 'Lasa, was d’Botschàfter verzehla',
	'badge'        => 'Botschàfter-Àbzeicha, bim Club z’priafa',
	'counter'      => 'Wia viel Botschàfter sìn mìr?',
	'story-form'   => 'Em Club mini Gschìcht verzehla',
);
