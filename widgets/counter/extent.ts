/**
 * What the page around an element would notice of a change of it: its height, the height of what
 * holds it, and where that which follows begins. Equal before and after means that nothing moved.
 */
export function extentOf(element: Element): string {
  const root = element.getRootNode();
  const around = element.parentElement ?? (root instanceof ShadowRoot ? root.host : element);
  const { top, height } = around.getBoundingClientRect();
  const rest = new Range();
  rest.selectNodeContents(element.parentNode ?? element);
  rest.setStartAfter(element);
  const following = rest.getClientRects()[0]?.top ?? top;
  return [element.getBoundingClientRect().height, height, following - top].map(Math.round).join();
}
