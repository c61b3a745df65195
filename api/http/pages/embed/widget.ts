import { html, raw } from 'hono/html';
import { embedOptions } from '../../../contract/embed.ts';
import type { Html } from '../layout.ts';
import type { FrameView } from './asked.ts';

/**
 * The widget around what the server has drawn, which it takes over as it does on any other page. It takes scheme and
 * accent from the frame.
 * @param more attributes that a frame sets by itself; an empty text is a flag
 */
export function widgetAround({ choice, locale }: FrameView, content: Html, more: Record<string, string> = {}): Html {
  const tag = raw(`ambassador-${choice.widget}`);
  const attributes: Record<string, string> = { ...choice.attributes, ...more };
  // Names are the contract's own; values are escaped, whatever was checked before.
  const chosen = embedOptions[choice.widget]
    .filter(({ name }) => Object.hasOwn(attributes, name))
    .map(({ name }) => html` ${raw(name)}="${attributes[name] ?? ''}"`);
  return html`<${tag} partner="${choice.partner}" lang="${locale}"${chosen}>${content}</${tag}>`;
}

/**
 * The widget in front of what the server has drawn, which `frame-child.js` takes away once the widget has drawn
 * something of its own: on a page that is there for one widget, that one may be as tall as it is.
 */
export function widgetBefore(view: FrameView, content: Html, more: Record<string, string> = {}): Html {
  return html`${widgetAround(view, html``, more)}
    <div class="instead">${content}</div>`;
}
