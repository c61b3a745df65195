/** What the holder does with a badge, one disclosure for each place: the values, how it looks, a button to copy. */
import { html } from 'hono/html';
import { badgePaths, badgePicture, badgeSizes } from '../../../contract/badge.ts';
import { myBadges, type BadgeToolTerms } from '../../../lang/my-badges/index.ts';
import { withLang, type Html } from '../layout.ts';
import { linkedInAddress, linkedInEntry } from './linkedin.ts';
import { frameSnippet, mailSnippet, mailText, markdownSnippet, siteSnippet, widgetSnippet } from './snippets.ts';
import { altOf, type BadgeView } from './view.ts';

/** A field that is there to be copied: the script gives it a button, everybody else selects it. */
export interface CopyField {
  id: string;
  label: string;
  value: string;
  /** More than one line. */
  rows?: number;
}

export function copyField({ id, label, value, rows }: CopyField, terms: BadgeToolTerms): Html {
  return html`<div class="copy">
    <label for="${id}">${label}</label>
    ${
      rows === undefined
        ? html`<input id="${id}" readonly value="${value}" spellcheck="false" />`
        : html`<textarea id="${id}" readonly rows="${rows}" spellcheck="false">${value}</textarea>`
    }
    <button
      type="button"
      class="button quiet"
      data-copies="${id}"
      data-copied="${terms.copied}"
      data-failed="${terms.copyFailed}"
      aria-label="${terms.copy} – ${label}"
      hidden
    >
      ${terms.copy}
    </button>
    <span class="said" role="status"></span>
  </div>`;
}

/**
 * All tools of one badge that is valid.
 * @param live the page loads the widgets: the element is shown as it is. Not for a business, whose badge holds on its
 *   own site alone and says so on ours
 */
export function badgeTools(view: BadgeView, { live = false } = {}): Html {
  const { tools } = myBadges[view.locale];
  return html`<div class="tools">
    ${linkedIn(view, tools)} ${onSite(view, tools)} ${alive(view, tools, live && view.badge.kind === 'person')}
    ${inMails(view, tools)} ${inReadme(view, tools)} ${view.badge.kind === 'business' ? inFrame(view, tools) : ''}
    ${onPaper(view, tools)}
  </div>`;
}

/** Several badges may stand on one page, so every id begins with the badge's. */
const idOf = (view: BadgeView, name: string): string => `b-${view.badge.publicId}-${name}`;

function tool({ title, text }: { title: string; text: string }, content: Html): Html {
  return html`<details class="tool">
    <summary>${title}</summary>
    <p>${text}</p>
    ${content}
  </details>`;
}

function linkedIn(view: BadgeView, terms: BadgeToolTerms): Html {
  const { linkedin } = terms;
  const entry = linkedInEntry(view);
  const month = ({ year, month: one }: { year: number; month: number }) => linkedin.month(year, one);
  const values: [name: keyof typeof linkedin.labels, value: string | null][] = [
    ['name', entry.name],
    ['organization', entry.organization],
    ['issued', month(entry.issued)],
    ['expires', entry.expires && month(entry.expires)],
    ['certId', entry.certId],
    ['certUrl', entry.certUrl],
  ];
  return tool(
    linkedin,
    html`<p>
        <a class="button" href="${linkedInAddress(entry)}" rel="noopener noreferrer nofollow">${linkedin.button}</a>
      </p>
      <p class="hint">${linkedin.values}</p>
      ${values.map(([name, value]) =>
        value === null ? '' : copyField({ id: idOf(view, name), label: linkedin.labels[name], value }, terms),
      )}`,
  );
}

function onSite(view: BadgeView, terms: BadgeToolTerms): Html {
  return tool(
    terms.site,
    html`${preview(view, terms, 'svg')}
    ${copyField({ id: idOf(view, 'site'), label: terms.site.label, value: siteSnippet(view), rows: 5 }, terms)}`,
  );
}

function alive(view: BadgeView, terms: BadgeToolTerms, live: boolean): Html {
  return tool(
    terms.widget,
    html`${preview(view, terms, 'svg', live)}
    ${copyField({ id: idOf(view, 'widget'), label: terms.widget.label, value: widgetSnippet(view), rows: 7 }, terms)}`,
  );
}

function inMails(view: BadgeView, terms: BadgeToolTerms): Html {
  const { mail } = terms;
  return tool(
    mail,
    html`${preview(view, terms, 'png')}
    ${copyField({ id: idOf(view, 'mail'), label: mail.html, value: mailSnippet(view), rows: 5 }, terms)}
    ${copyField({ id: idOf(view, 'mail-text'), label: mail.plain, value: mailText(view), rows: 3 }, terms)}`,
  );
}

function inReadme(view: BadgeView, terms: BadgeToolTerms): Html {
  const { markdown } = terms;
  return tool(
    markdown,
    html`${preview(view, terms, 'svg')}
    ${copyField({ id: idOf(view, 'markdown'), label: markdown.label, value: markdownSnippet(view), rows: 4 }, terms)}`,
  );
}

function inFrame(view: BadgeView, terms: BadgeToolTerms): Html {
  const { frame } = terms;
  return tool(
    frame,
    html`${preview(view, terms, 'svg')}
    ${copyField({ id: idOf(view, 'frame'), label: frame.label, value: frameSnippet(view), rows: 4 }, terms)}`,
  );
}

function onPaper(view: BadgeView, terms: BadgeToolTerms): Html {
  const path = withLang(`${badgePaths.page(view.badge.publicId)}/print`, view.locale);
  return tool(terms.print, html`<p><a class="button quiet" href="${path}">${terms.print.link}</a></p>`);
}

/** The very picture and link that are pasted: whoever selects it has copied it, too. */
function preview(view: BadgeView, terms: BadgeToolTerms, type: 'svg' | 'png', live = false): Html {
  const { publicId, language } = view.badge;
  const { width, height } = badgeSizes.line;
  const picture = html`<a href="${badgePaths.page(publicId)}"
    ><img
      src="${badgePicture(publicId, type)}"
      width="${width}"
      height="${height}"
      alt="${altOf(view)}"
      lang="${language}"
      loading="lazy"
  /></a>`;
  return html`<figure class="sample">
    <figcaption class="hint">${terms.preview}</figcaption>
    ${live ? html`<ambassador-badge badge="${publicId}" lang="${view.locale}">${picture}</ambassador-badge>` : picture}
  </figure>`;
}
