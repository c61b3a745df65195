/**
 * One script tag for every widget: contains the core, finds the tags in the page and fetches one
 * file per widget, in one language. A widget's file is handed the core rather than importing it:
 * whatever address the page loads this script from (`?ver=6.4`, an old version from the browser's
 * cache), there is one core and no second request for it.
 */
import './door.ts';
import { version } from '../api/contract/version.ts';
import { importerBeside, useTermsSource } from './core.ts';
import parts from 'virtual:parts';
import { discover } from './internal/discovery.ts';

/** Names of the widgets of this build. */
declare const __WIDGETS__: readonly string[];

/** A widget's file, as the build writes it. */
interface WidgetFile {
  version: string;
  install(core: readonly unknown[]): void;
}

const load = importerBeside(import.meta.url);

useTermsSource(load);
discover(__WIDGETS__, async (widget, locale) => {
  const file = (await load(`${widget}.${locale}.js`)) as WidgetFile;
  if (file.version === version) file.install(parts);
  // The club has upgraded since this loader was cached: the new files come with a loader of their own.
  else await load('loader.js', file.version);
});
