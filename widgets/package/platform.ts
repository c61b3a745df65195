/**
 * What elements take from the browser while they are made. A server makes them too, to write the slot, and has
 * nothing to observe: there these stand in. Nothing is put on `globalThis`.
 */
class Blind {
  observe(): void {}
  disconnect(): void {}
}

const { MutationObserver = Blind, IntersectionObserver = Blind, ResizeObserver = Blind } = globalThis;
const matchMedia = globalThis.matchMedia?.bind(globalThis) ?? (() => ({ matches: false }));

export { IntersectionObserver, matchMedia, MutationObserver, ResizeObserver };
