import { registerTerms, useTermsSource } from '../../../widgets/core.ts';
import type { Terms, WidgetName } from '../../../widgets/lang/terms.ts';
import * as french from '../../../widgets/lang/fr.ts';

/** A widget's section of a language: `story-form` is exported as `storyForm`. */
function sectionOf<W extends WidgetName>(language: object, widget: W): Terms[W] {
  const name = widget.replaceAll(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
  return Object.entries(language).find(([key]) => key === name)?.[1] as Terms[W];
}

/**
 * The texts as a build has them: French is here from the start, the others come when an element
 * asks for them.
 */
export function useSourceTerms(widget: WidgetName): void {
  registerTerms(widget, 'fr', sectionOf(french, widget));
  useTermsSource(async (path) => {
    const [, name, locale] = /^lang\/([\w-]+)\.(\w+)\.js$/.exec(path) ?? [];
    const url = new URL(`../../../widgets/lang/${locale}.ts`, import.meta.url).href;
    return { default: sectionOf((await import(url)) as object, name as WidgetName) };
  });
}
