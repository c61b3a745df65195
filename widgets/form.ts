/**
 * What widgets with a form share. Not in the core, which pages without a form load too: each widget
 * that imports this carries it.
 */
export { Announcer } from './internal/announcer.ts';
export { Unfolding } from './internal/unfolding.ts';
export { buttonStyles } from './styles/button.styles.ts';
export { fieldStyles } from './styles/field.styles.ts';
export { visuallyHiddenStyles } from './styles/visually-hidden.styles.ts';
