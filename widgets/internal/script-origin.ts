/** Where the script came from. The module's own address, never `document.currentScript`, which any `<img name>` can pretend to be. */
export const scriptOrigin = new URL(import.meta.url).origin;
