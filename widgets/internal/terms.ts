import type { Locale } from '../../api/contract/locales.ts';
import { version } from '../../api/contract/version.ts';
import type { Terms, WidgetName } from '../lang/terms.ts';

/** Where a further language of a widget comes from. */
export type TermsSource = <W extends WidgetName>(widget: W, locale: Locale) => Promise<Terms[W]>;

const registry = new Map<string, unknown>();
let source: TermsSource = () => Promise.reject(new Error('no source of texts'));

/** Makes a widget's texts in one language known. */
export function registerTerms<W extends WidgetName>(widget: W, locale: Locale, terms: Terms[W]): void {
  registry.set(widget + locale, terms);
}

/** The texts of a widget in a language, if they are here. */
export function termsFor<W extends WidgetName>(widget: W, locale: Locale): Terms[W] | undefined {
  return registry.get(widget + locale) as Terms[W] | undefined;
}

/** Fetches a widget's texts in a further language. */
export async function loadTerms<W extends WidgetName>(widget: W, locale: Locale): Promise<Terms[W]> {
  const terms = await source(widget, locale);
  registerTerms(widget, locale, terms);
  return terms;
}

/** Sets where further languages come from: a build knows its own address, a test its source files. */
export function useTermsSource(next: TermsSource): void {
  source = next;
}

/** The source of every build: the files beside the script, `lang/<widget>.<locale>.js`. */
export function termsBeside(script: string): TermsSource {
  return async (widget, locale) => {
    const url = new URL(`lang/${widget}.${locale}.js?v=${version}`, script).href;
    return ((await import(/* @vite-ignore */ url)) as { default: Terms[typeof widget] }).default;
  };
}
