/**
 * What partners may show on their pages, and what they can choose about it: one list for the configurator, the
 * frames, oEmbed, the passport, the WordPress plugin and the package. No zod, and no widget carries it.
 */
export const embeddable = ['signup', 'testimonials', 'badge', 'counter', 'story-form'] as const;
export type Embeddable = (typeof embeddable)[number];

export function isEmbeddable(text: string | undefined): text is Embeddable {
  return (embeddable as readonly (string | undefined)[]).includes(text);
}

/**
 * One attribute that can be chosen. `choice`: one of a closed list; `flag`: there or not; `number`: whole, within
 * bounds, and without one the widget decides; the others are names that the club knows (`circle`, `language`, `tag`) or ids (`story`, `badge`).
 */
export type EmbedOption =
  | { name: string; kind: 'choice'; values: readonly string[]; default: string }
  | { name: string; kind: 'flag' }
  | { name: string; kind: 'number'; min: number; max: number }
  | { name: string; kind: 'circle' | 'language' | 'tag' | 'story' | 'badge' };

/** The attributes of each widget that the configurator offers, beyond `partner`, `lang` and `theme`, which all take. */
export const embedOptions: Readonly<Record<Embeddable, readonly EmbedOption[]>> = {
  signup: [
    { name: 'circle', kind: 'circle' },
    { name: 'compact', kind: 'flag' },
    { name: 'open', kind: 'flag' },
  ],
  testimonials: [
    { name: 'layout', kind: 'choice', values: ['carousel', 'wall', 'list', 'single'], default: 'carousel' },
    { name: 'circle', kind: 'circle' },
    { name: 'kind', kind: 'choice', values: ['', 'text', 'photo', 'video'], default: '' },
    { name: 'language', kind: 'language' },
    { name: 'tag', kind: 'tag' },
    { name: 'limit', kind: 'number', min: 1, max: 24 },
    { name: 'order', kind: 'choice', values: ['featured', 'newest', 'oldest'], default: 'featured' },
    { name: 'story', kind: 'story' },
    { name: 'only-partner', kind: 'flag' },
  ],
  badge: [
    { name: 'badge', kind: 'badge' },
    { name: 'variant', kind: 'choice', values: ['line', 'seal', 'compact'], default: 'line' },
  ],
  counter: [
    { name: 'variant', kind: 'choice', values: ['line', 'figure'], default: 'line' },
    { name: 'share', kind: 'flag' },
    { name: 'no-goal', kind: 'flag' },
  ],
  'story-form': [
    { name: 'circle', kind: 'circle' },
    { name: 'compact', kind: 'flag' },
    { name: 'open', kind: 'flag' },
  ],
};

export const embedThemes = ['auto', 'light', 'dark'] as const;
export type EmbedTheme = (typeof embedThemes)[number];

/** Somebody's choice, checked: what the snippets, the preview and the frames are made from. */
export interface EmbedChoice {
  widget: Embeddable;
  /** Short name of the partner. */
  partner: string;
  /** Absent: the language of the page that shows it. */
  language?: string;
  theme: EmbedTheme;
  /** `#rrggbb`; absent: the club's own colour. */
  accent?: string;
  /** Attributes by name, defaults left out; a flag that is set is an empty text. */
  attributes: Readonly<Record<string, string>>;
}

/** Size of a frame before it says its own, in CSS pixels. */
export const frameHeights: Readonly<Record<Embeddable, number>> = {
  signup: 760,
  testimonials: 520,
  badge: 120,
  counter: 120,
  'story-form': 760,
};

/**
 * What a frame of ours says to the page around it, by `postMessage`: to that page's origin alone, never to everybody.
 * Whoever listens checks `origin`, `source`, and that `height` is a number of CSS pixels.
 */
export interface FrameMessage {
  type: 'ambassador-frame';
  version: 1;
  height: number;
}

/**
 * What a page asks a frame of ours that it has not heard: it may have come too late. The frame answers the origin
 * that the browser says it comes from, if that is one of its partner's.
 */
export interface FrameQuestion {
  type: 'ambassador-frame-question';
  version: 1;
}

/** What every address above is at: apart, so that no widget carries it. */
export const embedPaths = {
  /** The configurator. */
  configurator: '/embed',
  frame: (widget: Embeddable) => `/embed/${widget}`,
  passport: (widget: Embeddable) => `/embed/${widget}/passport`,
  /** What the configurator shows in a frame: the widget on a page under a strict policy. */
  preview: '/embed-preview',
  oembed: '/oembed',
  /** A partner's own pages, for its own people. */
  partnerSpace: '/partner',
  partnerSignIn: '/partner/sign-in',
  partnerSignInCode: '/partner/sign-in/code',
  partnerSignOut: '/sign-out/partner',
  partnerHome: (slug: string) => `/partner/${encodeURIComponent(slug)}`,
  partnerStatistics: (slug: string) => `/partner/${encodeURIComponent(slug)}/statistics`,
  /** The staff's pages. */
  partners: '/console/partners',
  newPartner: '/console/partners/new',
  partner: (slug: string) => `/console/partners/${encodeURIComponent(slug)}`,
  statistics: '/console/statistics',
  webhooks: '/console/webhooks',
  exports: '/console/exports',
} as const;
