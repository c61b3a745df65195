/**
 * Stands in for `styles/sheet.ts` in the package: a server has no style sheets, it writes their text. In a
 * browser Lit makes the same constructed sheets of it.
 */
export { css } from 'lit';
