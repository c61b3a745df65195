/**
 * Where the package has its texts: each class brings the imports of its own languages, written out, so that a
 * bundler makes a file of each and a browser finds them beside the module.
 */
import type { Locale } from '../../api/contract/locales.ts';
import { useTermsSource } from '../internal/terms.ts';
import type { WidgetName } from '../lang/terms.ts';

/** Imports of one widget's texts. */
type Texts = Record<Locale, () => Promise<unknown>>;

const known = new Map<string, () => Promise<unknown>>();

const load = (path: string): Promise<unknown> =>
  known.get(path)?.() ?? Promise.reject(new Error(`There is no ${path}.`));

/**
 * Makes known where the texts of a widget are.
 * @returns the widget's name, so that a class can do so while it says its own
 */
export function withTexts<W extends WidgetName>(widget: W, texts: Texts): W {
  for (const [locale, text] of Object.entries(texts)) known.set(`lang/${widget}.${locale}.js`, text);
  useTermsSource(load);
  return widget;
}
