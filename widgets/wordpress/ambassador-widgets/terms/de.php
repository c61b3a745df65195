<?php
/**
 * What stands between a widget's tags.
 *
 * @package Ambassador_Widgets
 */

defined( 'ABSPATH' ) || exit;

return array(
	'signup'       => 'Mitglied im Botschafterclub werden',
	'testimonials' => 'Lesen, was Botschafterinnen und Botschafter erzählen',
	'badge'        => 'Botschafter-Abzeichen, beim Club zu prüfen',
	'counter'      => 'Wie viele Botschafterinnen und Botschafter sind wir?',
	'story-form'   => 'Dem Club meine Geschichte erzählen',
);
