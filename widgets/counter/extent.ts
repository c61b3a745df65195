/**
 * What the page around an element would notice of a change of it: its height, and that of what
 * holds it. Equal before and after means that nothing moved.
 */
export function extentOf(element: Element): string {
  const around = element.parentElement ?? element;
  return [element, around].map((box) => Math.round(box.getBoundingClientRect().height)).join();
}
