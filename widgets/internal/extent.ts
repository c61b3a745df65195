/**
 * How much room the page gives to what holds an element, and how much its content takes. Equal
 * before and after a change of the element means that nothing around it moved.
 */
export function extentOf(element: Element): string {
  const around = element.parentElement ?? (element.parentNode as ShadowRoot).host;
  return `${Math.round(around.getBoundingClientRect().height)} ${around.scrollHeight}`;
}
