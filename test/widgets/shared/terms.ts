import { registerTerms, useTermsSource } from '../../../widgets/core.ts';
import type { Terms, WidgetName } from '../../../widgets/lang/terms.ts';
import * as fr from '../../../widgets/lang/fr.ts';

/**
 * The texts as a build has them: French is here from the start, the others come when an element
 * asks for them.
 */
export function useSourceTerms(widget: WidgetName): void {
  const french: Terms = fr;
  registerTerms(widget, 'fr', french[widget]);
  useTermsSource(async (path) => {
    const [, name, locale] = /^lang\/([\w-]+)\.(\w+)\.js$/.exec(path) ?? [];
    const url = new URL(`../../../widgets/lang/${locale}.ts`, import.meta.url).href;
    return { default: ((await import(url)) as Terms)[name as WidgetName] };
  });
}
