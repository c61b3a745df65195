/** A choice and all that follows from it: what the page shows, and what its script asks for instead of the page. */
import { embedOptions, embedPaths, isEmbeddable, type Embeddable, type EmbedChoice } from '../../../contract/embed.ts';
import { isLocale, languageAmong, type Locale } from '../../../contract/locales.ts';
import { slugPattern } from '../../../contract/text.ts';
import { version, major } from '../../../contract/version.ts';
import { storyLanguages } from '../../../contract/vocabulary.ts';
import { frameUrl } from '../../../domain/embed/addresses.ts';
import { readChoice, type RefusedValue } from '../../../domain/embed/choice.ts';
import { contrast, parseColour, readableAccent, surfaces } from '../../../domain/embed/colour.ts';
import { fallbackOf, withoutScript } from '../../../domain/embed/fallback.ts';
import { hostSheet, kitScript, snippetsFor, type SnippetKind } from '../../../domain/embed/snippets.ts';
import { clubPartnerSlug } from '../../../domain/partners/name.ts';
import type { Partner } from '../../../domain/partners/partner.ts';
import { configuratorPages } from '../../../lang/configurator/index.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import { integrityOf } from '../../widget-archive.ts';
import { pageLocale } from '../layout.ts';
import { wordsOf } from './words.ts';

export const looks = {
  width: ['phone', 'desktop'],
  scheme: ['light', 'dark'],
  script: ['on', 'off'],
} as const;
export type Look = { [Name in keyof typeof looks]: (typeof looks)[Name][number] };

/** A colour that was chosen, and the two that it becomes. */
export interface AccentView {
  chosen: string;
  light: string;
  dark: string;
  corrected: boolean;
  /** Contrast of the chosen one, as people read it. */
  onLight: string;
  onDark: string;
}

export interface ConfiguratorState {
  locale: Locale;
  choice: EmbedChoice;
  look: Look;
  /** What was asked for and left out, in words. */
  refused: string[];
  /** What stands below the field of the partner. */
  partner: { isKnown: boolean; text: string };
  /** This page with this choice, without what is as it would be anyway. */
  address: string;
  previewAddress: string;
  passportAddress: string;
  accent: AccentView | undefined;
  /** Lines for the host's own style sheet; empty when there is nothing to say. */
  sheet: string;
  /** Absent until the partner is known. */
  snippets: Record<SnippetKind, string> | undefined;
  kit: string | undefined;
  /** What a webmaster should know about this choice before copying. */
  notes: string[];
}

/** The field for the widget's language has a name of its own: `lang` is that of the page. */
export const languageField = 'widget-lang';
/** Whose options a form had in it: those of another widget mean nothing to this one. */
export const optionsFor = 'for';
const ownNames = ['widget', 'partner', languageField, 'theme', 'accent', 'lang', optionsFor, ...Object.keys(looks)];

/** Names that are named when they are refused; a thousand would be a page of its own. */
const mostRefused = 8;
const shownName = 40;

export async function stateOf(c: AppContext, deps: AppDeps): Promise<ConfiguratorState> {
  const locale = pageLocale(c, deps);
  const query = new URL(c.req.url).searchParams;
  const asked = query.get('widget');
  const widget = isEmbeddable(asked ?? undefined) ? (asked as Embeddable) : 'signup';
  const { choice, refused } = read(deps, query, widget);
  const partner = await partnerOf(deps, choice.partner);
  const look = lookOf(query);
  const shown: EmbedChoice = { ...inColour(choice, partner), partner: partner?.slug ?? clubPartnerSlug };
  const terms = configuratorPages[locale];
  const wrongWidget: RefusedValue[] = asked && asked !== widget ? [{ name: 'widget', value: asked.slice(0, 80) }] : [];
  const copied = partner && (await snippetsOf(deps, shown, partner, locale));
  return {
    locale,
    choice,
    look,
    refused: inWords(locale, [...wrongWidget, ...refused], unknownNames(query, widget)),
    partner: { isKnown: partner?.status === 'active', text: partnerText(locale, choice.partner, partner) },
    address: addressOf(embedPaths.configurator, choice, look, locale),
    previewAddress: previewOf(shown, look, locale),
    passportAddress: passportOf(shown, locale),
    accent: accentOf(shown, locale),
    sheet: hostSheet(shown),
    snippets: copied?.snippets,
    kit: copied?.kit,
    notes: [
      ...(widget === 'story-form' ? [terms.snippets.storyForm] : []),
      ...(widget === 'badge' && choice.attributes['badge'] === undefined ? [terms.snippets.badgeMissing] : []),
      ...(widget === 'testimonials' ? [terms.snippets.storiesWait] : []),
      ...(copied?.quotes ? [terms.snippets.quoteKept] : []),
    ],
  };
}

/** Reads a choice as the form of this page sends it. */
export function read(deps: AppDeps, query: URLSearchParams, widget: Embeddable) {
  const names = embedOptions[widget].map(({ name }) => name);
  const isOther = query.has(optionsFor) && query.get(optionsFor) !== widget;
  const value = (name: string) => {
    if (isOther && names.includes(name)) return undefined;
    return query.get(name === 'lang' ? languageField : name) ?? undefined;
  };
  const known = { circles: deps.club.circles.map(({ id }) => id), languages: storyLanguages };
  return readChoice(value, known, widget);
}

/** The element as the preview has it, with what stands between its tags. */
export async function previewMarkup(deps: AppDeps, choice: EmbedChoice, locale: Locale): Promise<string> {
  const partner = (await partnerOf(deps, choice.partner)) ?? (await deps.storage.partnerBySlug(clubPartnerSlug))!;
  const language = languageFor(choice, partner, locale);
  const words = await wordsOf(deps, choice, partner, language);
  return `${fallbackOf(choice, words, deps.publicUrl)} ${withoutScript(choice, words, deps.publicUrl)}`;
}

/** The partner's own colour, where no other was chosen for this widget. */
function inColour(choice: EmbedChoice, partner: Partner | undefined): EmbedChoice {
  const accent = choice.accent ?? partner?.accent;
  return accent ? { ...choice, accent } : choice;
}

/** The language of the page that a snippet is for: of the partner's pages, if that is known. */
function languageFor({ language }: EmbedChoice, partner: Partner, locale: Locale): Locale {
  return isLocale(language) ? language : languageAmong(partner.languages, locale);
}

function lookOf(query: URLSearchParams): Look {
  return {
    width: query.get('width') === 'desktop' ? 'desktop' : 'phone',
    scheme: query.get('scheme') === 'dark' ? 'dark' : 'light',
    script: query.get('script') === 'off' ? 'off' : 'on',
  };
}

function partnerOf(deps: AppDeps, slug: string): Promise<Partner | undefined> {
  return slugPattern.test(slug) ? deps.storage.partnerBySlug(slug) : Promise.resolve(undefined);
}

function partnerText(locale: Locale, slug: string, partner: Partner | undefined): string {
  const { partner: terms } = configuratorPages[locale].form;
  if (slug === '') return terms.missing;
  if (!partner) return terms.unknown(slug);
  const name = partner.names[locale] ?? partner.name;
  if (partner.status === 'paused') return terms.paused(name);
  return partner.origins.length === 0 ? terms.noSites(name) : terms.sites(name, partner.origins.join(', '));
}

async function snippetsOf(deps: AppDeps, choice: EmbedChoice, partner: Partner, locale: Locale) {
  const language = languageFor(choice, partner, locale);
  const words = await wordsOf(deps, choice, partner, language);
  const integrity = (file: string) => {
    if (deps.widgetArchive) return deps.widgetArchive.integrity(file);
    const built = deps.widgets.get(file);
    return built && integrityOf(built.plain);
  };
  const site = { publicUrl: deps.publicUrl, version, major, integrity, words };
  return {
    snippets: snippetsFor(site, choice),
    kit: kitScript(site, choice),
    quotes: words.quote !== undefined,
  };
}

function accentOf(choice: EmbedChoice, locale: Locale): AccentView | undefined {
  const { accent: chosen } = choice;
  const colour = chosen === undefined ? undefined : parseColour(chosen);
  if (chosen === undefined || !colour) return undefined;
  // Cut, not rounded: 4.48 is not 4.5.
  const ratio = (surface: string) =>
    (Math.floor(contrast(colour, parseColour(surface)!) * 10) / 10)
      .toFixed(1)
      .replace('.', locale === 'en' ? '.' : ',');
  const [onLight, onDark] = [ratio(surfaces.light), ratio(surfaces.dark)];
  return { chosen, ...readableAccent(chosen), onLight, onDark };
}

/** The same choice as a query of ours: in one order, without what is as it would be anyway. */
function addressOf(path: string, choice: EmbedChoice, look: Partial<Look>, locale: Locale): string {
  const query = new URL(frameUrl('https://any.invalid', choice)).searchParams;
  const language = query.get('lang');
  query.delete('lang');
  if (language !== null) query.set(languageField, language);
  if (choice.partner === '') query.delete('partner');
  const all = new URLSearchParams({ lang: locale, widget: choice.widget });
  for (const [name, value] of query) all.append(name, value);
  for (const [name, value] of Object.entries(look)) {
    if (value !== looks[name as keyof typeof looks][0]) all.append(name, value);
  }
  return `${path}?${all}`;
}

function previewOf(choice: EmbedChoice, { scheme, script }: Look, locale: Locale): string {
  return addressOf(embedPaths.preview, choice, { scheme, script }, locale);
}

function passportOf({ widget, partner }: EmbedChoice, locale: Locale): string {
  return `${embedPaths.passport(widget)}?${new URLSearchParams({ partner, lang: locale })}`;
}

function unknownNames(query: URLSearchParams, widget: Embeddable): string[] {
  const known = new Set([...ownNames, ...embedOptions[widget].map(({ name }) => name)]);
  // What belongs to another widget is no mistake: the widget was changed, and its options stayed behind.
  const others = new Set(Object.values(embedOptions).flatMap((options) => options.map(({ name }) => name)));
  const isLeft = (name: string) => query.has(optionsFor) && query.get(optionsFor) !== widget && others.has(name);
  return [...new Set(query.keys())].filter((name) => !known.has(name) && !isLeft(name) && !name.startsWith('utm_'));
}

function inWords(locale: Locale, refused: RefusedValue[], unknown: string[]): string[] {
  const { refused: terms } = configuratorPages[locale];
  const texts = [
    ...refused.map(({ name, value }) => (name === 'accent' ? terms.accent(value) : terms.value(name, value))),
    ...unknown.map((name) => terms.unknown(name.slice(0, shownName).toWellFormed())),
  ];
  return texts.slice(0, mostRefused);
}
