<!doctype html>
<html <?php language_attributes(); ?>>
<head>
	<meta charset="utf-8">
	<title><?php bloginfo( 'name' ); ?></title>
	<?php wp_head(); ?>
</head>
<body <?php body_class(); ?>>
<main>
<?php
while ( have_posts() ) {
	the_post();
	the_content();
}
?>
</main>
<aside><?php dynamic_sidebar( 'side' ); ?></aside>
<?php wp_footer(); ?>
</body>
</html>
