import type { StoryView } from '../../api/contract/story.ts';
import { flame, html, nothing, type TemplateResult } from '../core.ts';
import { excerptOf } from './excerpt.ts';
import { linkTemplate, mediaTemplate, transcriptTemplate, type FilmView } from './media-template.ts';
import { shareTemplate } from './share-template.ts';

/** What is open below a story. */
export type Panel = 'share' | 'report';

/** What stories are drawn from. */
export interface CardView extends FilmView {
  /** Long texts that are shown whole, by the story's id. */
  unfolded: ReadonlySet<string>;
  /** The one panel that is open, and the story below which it is. */
  open: { story: string; panel: Panel } | undefined;
  /** The report form, once it is here. */
  report: unknown;
  handleFold(story: StoryView, button: HTMLElement): void;
  handlePanel(story: StoryView, panel: Panel): void;
  handleCopy(story: StoryView): void;
}

/** A text of this many characters is set larger: a sentence for the wall. */
const brief = 140;

function quote(view: CardView, story: StoryView): TemplateResult {
  const { id, text, language } = story;
  const excerpt = excerptOf(text);
  const whole = view.unfolded.has(id);
  const words = excerpt && !whole ? excerpt : text;
  // An empty line ends a paragraph; a single line break is the author's, and stays.
  return html`<blockquote class=${text.length > brief ? nothing : 'brief'} part="quote" lang=${language} dir="auto">
      ${words.split(/\n\s*\n/).map((paragraph) => html`<p class="words">${paragraph}</p>`)}
    </blockquote>
    ${
      excerpt
        ? html`<button
            class="link"
            part="unfold"
            @click=${(event: Event) => view.handleFold(story, event.currentTarget as HTMLElement)}
          >
            ${whole ? view.terms.fold : view.terms.readOn}
          </button>`
        : nothing
    }`;
}

function actions(view: CardView, story: StoryView): TemplateResult {
  const { terms, open } = view;
  const panel = open?.story === story.id ? open.panel : undefined;
  const button = (name: Panel) =>
    html`<button
      class="link"
      part=${name}
      aria-label=${`${terms[name]} (${story.author.name})`}
      aria-expanded=${panel === name ? 'true' : name === 'share' && 'share' in navigator ? nothing : 'false'}
      @click=${() => view.handlePanel(story, name)}
    >
      ${terms[name]}
    </button>`;
  return html`<div class="actions">${button('share')} ${button('report')}</div>
    ${panel === 'share' ? shareTemplate(story, terms, () => view.handleCopy(story)) : nothing}
    ${panel === 'report' ? view.report : nothing}`;
}

/** A story: what was said, by whom, and what one can do with it. */
export function cardTemplate(view: CardView, story: StoryView): TemplateResult {
  const { name, place, circle } = story.author;
  return html`<figure part="story">
      ${mediaTemplate(view, story)}
      <div class="said">
        ${quote(view, story)} ${story.link ? linkTemplate(story.link, view.terms) : nothing}
        ${transcriptTemplate(story, view.terms)}
      </div>
      <figcaption part="author">
        ${flame()}
        <p>
          <b><bdi>${name}</bdi></b>
          <span class="muted">${place ? html`<bdi>${place}</bdi> · ` : nothing}${circle.name}</span>
        </p>
      </figcaption>
    </figure>
    ${actions(view, story)}`;
}
