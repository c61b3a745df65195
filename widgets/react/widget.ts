import { createElement, type FunctionComponent, type ReactNode } from 'react';

/** What a component is told, by the names that React people use. */
type Props = Record<string, unknown> & { children?: ReactNode };

/**
 * A component that draws one tag. What it is told becomes attributes and listeners of the element, its children are
 * the fallback, its `ref` is the element; it keeps no state, so there is nothing to undo when it goes.
 * @param tag of the element
 * @param attributes names of attributes that differ from the prop's
 * @param events names of events by the prop of their handler
 */
export function widget(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  events: Readonly<Record<string, string>>,
): FunctionComponent<Props> {
  const Widget: FunctionComponent<Props> = ({ children, ...props }) => {
    const given = Object.entries(props).map(([name, value]) => [
      Object.hasOwn(events, name) ? `on${events[name]}` : Object.hasOwn(attributes, name) ? attributes[name] : name,
      value,
    ]);
    return createElement(tag, Object.fromEntries(given) as object, children);
  };
  return Widget;
}
