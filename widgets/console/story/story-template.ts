import type { QueueStory } from '../../../api/contract/moderation.ts';
import { staffPaths } from '../../../api/contract/paths.ts';
import { html, nothing, type TemplateResult } from '../../core.ts';
import { formatMoment } from '../dates.ts';
import type { Desk } from '../desk.ts';
import { factsTemplate, historyTemplate } from './facts-template.ts';
import { mediaTemplate } from './media-template.ts';

const siteNames = { youtube: 'YouTube', vimeo: 'Vimeo', instagram: 'Instagram', facebook: 'Facebook' };

/** What a story is drawn with beside itself. */
export interface StoryFrame {
  /** Where it lies in its pile, in words. */
  position?: string;
  /** What has happened to it that one must know before deciding. */
  notice?: string | undefined;
}

/** A story, whole: everything that a decision needs is on one page, and all of it is text. */
export function storyTemplate(desk: Desk, story: QueueStory, frame: StoryFrame = {}): TemplateResult {
  const { terms } = desk;
  return html`<article class="story" part="story" aria-labelledby="story">
    ${storyHead(desk, story, frame.position)}
    ${frame.notice ? html`<p class="box" part="box">${frame.notice}</p>` : nothing}
    ${story.blockers.map((blocker) => html`<p class="box" part="box">${terms.story.blockers[blocker]}</p>`)}
    <div class="columns">
      <div class="told">
        ${
          story.prompt
            ? html`<p class="prompt">
                <span class="eyebrow">${terms.story.prompt}</span> <q dir="auto">${story.prompt}</q>
              </p>`
            : nothing
        }
        <blockquote class="verbatim" lang=${story.language} dir="auto">${story.text}</blockquote>
        ${linkCard(desk, story)} ${mediaTemplate(desk, story)}
      </div>
      <div class="beside">${factsTemplate(desk, story)} ${historyTemplate(desk, story.history)}</div>
    </div>
  </article>`;
}

function storyHead({ terms, locale }: Desk, story: QueueStory, position?: string): TemplateResult {
  const words = terms.story;
  const { author, submittedAt, publishedAt } = story;
  const when =
    story.status === 'published' && publishedAt !== null
      ? words.publishedOn(formatMoment(publishedAt, locale))
      : submittedAt === null
        ? words.statuses[story.status]
        : words.waitingSince(formatMoment(submittedAt, locale));
  return html`<header class="head">
    <p class="eyebrow">
      ${position ? html`<span>${position}</span> · ` : nothing}${story.status === 'pending' || story.status === 'published' ? when : words.statuses[story.status]}
    </p>
    <h2 id="story" tabindex="-1" dir="auto">
      <bdi>${author.name}</bdi>${author.place ? html`<span class="place">, <bdi>${author.place}</bdi></span>` : nothing}
    </h2>
    <ul class="chips">
      <li>${author.circle.name}</li>
      <li>${words.kinds[story.kind]}</li>
      ${
        story.publishedBefore === 0
          ? html`<li class="strong">${words.first}</li>`
          : html`<li>${words.before(story.publishedBefore)}</li>`
      }
      ${story.featured ? html`<li class="strong">${words.decisions.feature}</li>` : nothing}
      ${story.openReports > 0 ? html`<li class="alert">${words.openReports(story.openReports)}</li>` : nothing}
    </ul>
    ${
      story.status === 'published' && story.permissions.social
        ? html`<p>
            <a class="link" href="${staffPaths.shareKit(story.id)}?lang=${locale}" target="_blank" rel="noopener"
              >${words.share}<span class="visually-hidden"> (${terms.newTab})</span></a
            >
          </p>`
        : nothing
    }
  </header>`;
}

/** A film elsewhere: its address as text, and a link that leaves. Nothing of it is loaded. */
function linkCard({ terms }: Desk, { link }: QueueStory): TemplateResult | typeof nothing {
  if (!link) return nothing;
  // The API lets only web addresses through; a link is made of nothing else, whoever answers.
  const isWeb = URL.canParse(link.url) && /^https?:$/.test(new URL(link.url).protocol);
  return html`<div class="link-card">
    <p class="eyebrow">${terms.story.link(siteNames[link.site])}</p>
    <p>
      ${
        isWeb
          ? html`<a class="link" href=${link.url} target="_blank" rel="noopener noreferrer nofollow ugc"
              >${link.url}<span class="visually-hidden"> (${terms.newTab})</span></a
            >`
          : link.url
      }
    </p>
    <p class="hint">${terms.story.linkNote}</p>
  </div>`;
}
