import { createElement, useCallback, useLayoutEffect, useRef, type FunctionComponent, type ReactNode, type Ref } from 'react'; // prettier-ignore

/** What a component is told, by the names that React people use. */
interface Props extends Record<string, unknown> {
  children?: ReactNode;
  ref?: Ref<Element>;
}

/** Hands an element to whoever wants it. @returns takes it back */
function hand(ref: Ref<Element> | undefined, element: Element): () => void {
  if (typeof ref !== 'function') {
    if (ref) ref.current = element;
    return () => {
      if (ref) ref.current = null;
    };
  }
  const back = ref(element);
  return () => (back ? back() : ref(null));
}

/**
 * A component that draws one tag. What it is told becomes attributes and listeners of the element, its children are
 * the fallback, its `ref` is the element.
 * @param tag of the element
 * @param attributes names of attributes that differ from the prop's
 * @param events names of events by the prop of their handler
 */
export function widget(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  events: Readonly<Record<string, string>>,
): FunctionComponent<Props> {
  const Widget: FunctionComponent<Props> = ({ children, ref, ...props }) => {
    const latest = useRef(props);
    useLayoutEffect(() => void (latest.current = props));
    // By hand: React 19 adds listeners of custom events when it creates an element, not when it takes over one that
    // a server has printed. They are there as soon as the element is React's, and go with it.
    const attach = useCallback(
      (element: Element) => {
        const ended = new AbortController();
        for (const [handler, name] of Object.entries(events))
          element.addEventListener(
            name,
            (event) => (latest.current[handler] as ((event: Event) => void) | undefined)?.(event),
            { signal: ended.signal },
          );
        const takeBack = hand(ref, element);
        return () => {
          ended.abort();
          takeBack();
        };
      },
      [ref],
    );
    const given = Object.entries(props)
      .filter(([name]) => !Object.hasOwn(events, name))
      .map(([name, value]) => [Object.hasOwn(attributes, name) ? attributes[name] : name, value]);
    return createElement(tag, { ...Object.fromEntries(given), ref: attach }, children);
  };
  return Widget;
}
