import { captionStyles } from './styles/captions.styles.ts';
import { frameStyles } from './styles/frame.styles.ts';
import { partStyles } from './styles/parts.styles.ts';
import { statementStyles } from './styles/statement.styles.ts';
import { storyStyles } from './styles/story.styles.ts';

/** All sheets of the console, in the order in which they apply. */
export const consoleStyles: readonly CSSStyleSheet[] = [
  frameStyles,
  partStyles,
  storyStyles,
  statementStyles,
  captionStyles,
];
