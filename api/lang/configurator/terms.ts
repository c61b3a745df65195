import type { Embeddable, EmbedTheme } from '../../contract/embed.ts';
import type { SnippetKind } from '../../domain/embed/snippets.ts';
import type { SnippetWords } from '../../domain/embed/fallback.ts';

/** The page where webmasters choose, look and copy. */
export interface ConfiguratorTerms {
  title: string;
  lead: string;
  /** The link to this page in the footer of every other, and on the console. */
  short: string;
  form: {
    title: string;
    partner: {
      label: string;
      hint: string;
      missing: string;
      unknown(name: string): string;
      paused(name: string): string;
      /** On which sites the snippets work. @param sites origins, as a list in one line */
      sites(name: string, sites: string): string;
      noSites(name: string): string;
    };
    widget: string;
    widgets: Record<Embeddable, { name: string; text: string }>;
    language: string;
    /** No language chosen. */
    asPage: string;
    theme: string;
    themes: Record<EmbedTheme, string>;
    accent: { label: string; hint: string; pick: string };
    options: string;
    labels: Record<string, string>;
    /** By option and value: `layout.wall`. */
    values: Record<string, string>;
    any: string;
    update: string;
  };
  refused: {
    title: string;
    /** A name that is none of ours. */
    unknown(name: string): string;
    value(name: string, value: string): string;
    accent(value: string): string;
  };
  preview: {
    title: string;
    note: string;
    width: string;
    phone: string;
    desktop: string;
    scheme: string;
    light: string;
    dark: string;
    script: string;
    withScript: string;
    withoutScript: string;
  };
  contrast: {
    title: string;
    onLight(ratio: string): string;
    onDark(ratio: string): string;
    fine: string;
    corrected: string;
    light: string;
    dark: string;
    sheet: { label: string; text: string };
  };
  snippets: {
    title: string;
    lead: string;
    missing: string;
    label: string;
    kinds: Record<SnippetKind, { title: string; text: string }>;
    storyForm: string;
    badgeMissing: string;
    quoteKept: string;
    kit: { title: string; text: string };
  };
  more: {
    title: string;
    passport: string;
    privacy: string;
    doctor: string;
  };
  status: { updated: string; failed: string };
  words: {
    signup(city: string): string;
    testimonials(city: string): string;
    badge(city: string): string;
    counter(club: string): string;
    storyForm(city: string): string;
    withoutScript: SnippetWords['withoutScript'];
  };
}
