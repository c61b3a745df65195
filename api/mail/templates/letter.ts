/**
 * The shape of every mail. A letter is plain words and links; this file alone makes text and HTML of it, so
 * the two parts cannot say different things and there is one place that escapes. One column, no table, no
 * image, nothing fetched: what a program strips (style sheet, round corners) leaves a readable page.
 */
import type { Club } from '../../contract/club.ts';
import type { Locale } from '../../contract/locales.ts';
import { paths } from '../../contract/paths.ts';
import { escapeMarkup } from '../../domain/markup.ts';
import { mailTerms } from '../lang/index.ts';
import type { CodeWording, Wording } from '../lang/terms.ts';
import { buttonStyle, codeStyle, styles } from './look.ts';

/** What every mail knows: the club, where its pages are, the reader's language. */
export interface LetterFacts {
  club: Club;
  /** Origin of the club's pages, the only base of links. */
  publicUrl: string;
  locale: Locale;
}

export interface Link {
  label: string;
  url: string;
}

/** A mail before it has a sender and a recipient. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

/** The address of one of our pages, in the reader's language. */
export function pageUrl(facts: LetterFacts, path: string, token?: string): string {
  const url = new URL(path, facts.publicUrl);
  if (token !== undefined) url.searchParams.set('token', token);
  url.searchParams.set('lang', facts.locale);
  return url.href;
}

/**
 * Sets words and links as a mail.
 * @param url where the button leads
 * @param more smaller links under the notes
 */
export function letter(facts: LetterFacts, words: Wording, url: string, more: Link[] = []): Letter {
  const { links } = footer(facts);
  const { copyLink } = mailTerms[facts.locale];
  const act = {
    text: line({ label: words.button, url }),
    html: `<p class="act"><a class="button" href="${escapeMarkup(url)}" style="${buttonStyle(facts.club.colours.accent)}">${escapeMarkup(words.button)}</a></p>
<p class="small">${escapeMarkup(copyLink)}<br><a class="url" href="${escapeMarkup(url)}">${escapeMarkup(url)}</a></p>`,
  };
  return compose(facts, words, act, more, links);
}

/**
 * Sets words and a code as a mail without any link.
 * @param code digits, as they are typed in: one piece, so that a double click or a long press takes all of them
 */
export function codeLetter(facts: LetterFacts, words: CodeWording, code: string): Letter {
  const act = {
    text: `${words.label} ${code}`,
    html: `<p class="act"><span class="hidden">${escapeMarkup(words.label)} </span><span class="code" style="${codeStyle}">${escapeMarkup(code)}</span></p>`,
  };
  return compose(facts, words, act, [], []);
}

/** What a mail is for: its button, or its code. */
interface Act {
  text: string;
  html: string;
}

type Words = Omit<Wording, 'button'>;

function compose(facts: LetterFacts, words: Words, act: Act, more: Link[], links: Link[]): Letter {
  return {
    subject: words.subject,
    text: textPart(facts, words, act.text, more, links),
    html: htmlPart(facts, words, act.html, more, links),
  };
}

const line = ({ label, url }: Link) => `${label}\n${url}`;

function footer({ club, locale, publicUrl }: LetterFacts): { identity: string[]; links: Link[] } {
  const terms = mailTerms[locale];
  const { publisher, form, seat, email } = club.legal;
  // Kept on one line: a number that breaks is hard to read out.
  const phone = club.legal.phone.replaceAll(' ', '\u00a0');
  const facts = { club, locale, publicUrl };
  return {
    identity: [club.name[locale], `${publisher} · ${form}`, seat, `${email} · ${phone}`],
    links: [
      { label: terms.privacy, url: pageUrl(facts, paths.privacy) },
      { label: terms.legal, url: pageUrl(facts, paths.legal) },
    ],
  };
}

function textPart(facts: LetterFacts, words: Words, act: string, more: Link[], links: Link[]): string {
  const { identity } = footer(facts);
  return [
    words.heading,
    ...words.paragraphs,
    act,
    ...words.notes,
    ...more.map(line),
    words.reason,
    `-- \n${identity.join('\n')}`,
    ...(links.length > 0 ? [links.map(line).join('\n')] : []),
  ]
    .join('\n\n')
    .concat('\n');
}

function htmlPart(facts: LetterFacts, words: Words, act: string, more: Link[], links: Link[]): string {
  const { club, locale } = facts;
  const { identity } = footer(facts);
  const link = ({ label, url }: Link) => `<a class="quiet" href="${escapeMarkup(url)}">${escapeMarkup(label)}</a>`;
  const paragraphs = (texts: string[], className: string) =>
    texts.map((text) => `<p class="${className}">${escapeMarkup(text)}</p>`).join('\n');
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeMarkup(words.subject)}</title>
<style>
${styles(club.colours)}
</style>
</head>
<body>
<div class="preview" style="display:none">${escapeMarkup(words.preview)}</div>
<div class="sheet">
<p class="mark"><span class="flame" aria-hidden="true"><span class="core"></span></span><b>${escapeMarkup(club.name[locale])}</b><br>${escapeMarkup(club.tagline[locale])}</p>
<h1>${escapeMarkup(words.heading)}</h1>
${paragraphs(words.paragraphs, 'body')}
${act}
<div class="notes">
${paragraphs(words.notes, 'note')}
${more.length === 0 ? '' : `<p class="note ways">${more.map(link).join('<br>')}</p>`}
</div>
</div>
<div class="foot">
<p class="small">${escapeMarkup(words.reason)}</p>
<p class="small">${identity.map(escapeMarkup).join('<br>')}</p>
${links.length === 0 ? '' : `<p class="small">${links.map(link).join(' · ')}</p>`}
</div>
</body>
</html>
`;
}
