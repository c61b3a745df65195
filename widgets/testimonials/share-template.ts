import type { StoryView } from '../../api/contract/story.ts';
import { html, type TemplateResult } from '../core.ts';
import type { TestimonialsTerms } from '../lang/testimonials/terms.ts';

/** Plain links, opened by whoever presses them; nothing of these sites is on the page. */
const places = [
  ['Facebook', 'https://www.facebook.com/sharer/sharer.php?u='],
  ['LinkedIn', 'https://www.linkedin.com/sharing/share-offsite/?url='],
  ['WhatsApp', 'https://wa.me/?text='],
] as const;

/**
 * Ways to pass a story on, where the browser has none of its own.
 * @param handleCopy puts the story's address on the clipboard
 */
export function shareTemplate({ url }: StoryView, terms: TestimonialsTerms, handleCopy: () => void): TemplateResult {
  const address = encodeURIComponent(url);
  return html`<ul class="share" part="share">
    ${places.map(
      ([name, href]) =>
        html`<li>
          <a class="link" href=${href + address} target="_blank" rel="noopener">${name}</a>
        </li>`,
    )}
    <li><a class="link" href=${`mailto:?body=${address}`}>${terms.mail}</a></li>
    <li><button class="link" @click=${handleCopy}>${terms.copy}</button></li>
  </ul>`;
}
