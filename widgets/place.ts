/**
 * What widgets share that take the place of what a page has between their tags. Not in the core: each
 * widget that imports this carries it.
 */
export { extentOf } from './internal/extent.ts';
