import type { Locale } from '../../api/contract/locales.ts';
import { version } from '../../api/contract/version.ts';
import type { Terms, WidgetName } from '../lang/terms.ts';

/** Loads a module of the widgets' folder; its version is part of the address, so that it may be kept for ever. */
export type Importer = (path: string, wanted?: string) => Promise<unknown>;

/** Loads what lies beside a script. */
export function importerBeside(script: string): Importer {
  return (path, wanted = version) => import(/* @vite-ignore */ new URL(`${path}?v=${wanted}`, script).href);
}

const registry = new Map<string, unknown>();
let source: Importer = () => Promise.reject(new Error('no source of texts'));

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
  const { default: terms } = (await source(`lang/${widget}.${locale}.js`)) as { default: Terms[W] };
  registerTerms(widget, locale, terms);
  return terms;
}

/** Sets where further languages come from: a build knows its own address, a test its source files. */
export function useTermsSource(importer: Importer): void {
  source = importer;
}
