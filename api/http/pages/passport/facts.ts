/** Everything that a passport says, as data: read from what was built, from the contract and from `club.json`. */
import type { Club } from '../../../contract/club.ts';
import { embeddable, embedPaths, type Embeddable } from '../../../contract/embed.ts';
import { locales, type Locale } from '../../../contract/locales.ts';
import { paths } from '../../../contract/paths.ts';
import { major } from '../../../contract/version.ts';
import type { WidgetFiles } from '../../widget-files.ts';
import { conformity } from '../layout.ts';
import { checks, type Check } from './checks.ts';
import { browsersOf, type Browsers } from './browsers.ts';
import { directivesFor, frameDirectivesFor, policyLine, trustedTypes, type Directives } from './policy.ts';
import { questionsOf, type Question } from './questions.ts';

/** What the build wrote of itself, as far as it is told here. */
export interface BuiltManifest {
  version: string;
  files: Record<string, { bytes: number; brotli: number; integrity: string }>;
}

export interface WeighedFile {
  file: string;
  /** As sent, compressed by brotli. */
  bytes: number;
}

export interface Passport {
  widget: Embeddable;
  tag: string;
  version: string;
  weight: {
    /** What a page receives before anybody does anything, with the loader. */
    first: WeighedFile[];
    firstBytes: number;
    /** Requests for it: files, and questions that are asked by themselves. */
    requests: number;
    /** What is loaded when somebody uses the widget. */
    later: WeighedFile[];
  };
  /** Addresses that never change, with their hash; first the widget alone, where it can be had alone. */
  files: { url: string; integrity: string }[];
  evergreen: string;
  policy: { line: string; directives: Directives; trustedTypes: string; frame: string };
  sends: Question[];
  cookies: 0;
  storage: 0;
  thirdParties: 0;
  languages: readonly Locale[];
  accessibility: { conformity: string; statement: string; checks: readonly Check[] };
  browsers: Browsers;
  licence: 'MIT';
  contact: { club: string; dataProtection: string; accessibility: string };
  others: Record<string, string>;
}

export interface Sources {
  club: Club;
  publicUrl: string;
  mediaOrigin: string;
  manifest: BuiltManifest;
  /** The questions of a widget; a test gives others. */
  questions?: (widget: Embeddable) => Question[];
}

/** The manifest among the built files; empty when nothing was built. */
export function manifestOf(widgets: WidgetFiles): BuiltManifest {
  const file = widgets.get('manifest.json');
  return file ? (JSON.parse(Buffer.from(file.plain).toString('utf8')) as BuiltManifest) : { version: '', files: {} };
}

/** A widget's passport, for pages in one language. */
export function passportOf(widget: Embeddable, locale: Locale, sources: Sources): Passport {
  const { club, publicUrl, mediaOrigin, manifest, questions = questionsOf } = sources;
  const base = new URL(publicUrl).origin;
  const weigh = (file: string): WeighedFile => ({ file, bytes: manifest.files[file]?.brotli ?? 0 });
  const built = (file: string) => Object.hasOwn(manifest.files, file);
  const first = ['loader.js', `${widget}.${locale}.js`].filter(built).map(weigh);
  const later = Object.keys(manifest.files)
    .filter((file) => file.startsWith(`parts/${widget}-`))
    .map(weigh);
  const sends = questions(widget);
  const directives = directivesFor(widget, { club: base, media: new URL(mediaOrigin).origin });
  return {
    widget,
    tag: `ambassador-${widget}`,
    version: manifest.version,
    weight: {
      first,
      firstBytes: first.reduce((sum, { bytes }) => sum + bytes, 0),
      requests: first.length + sends.filter(({ when, method }) => when === 'shown' && method === 'GET').length,
      later,
    },
    files: [`ambassador-${widget}.${locale}.js`, `kit.${locale}.js`, 'loader.js'].filter(built).map((file) => ({
      url: `${base}${paths.widgets}${manifest.version}/${file}`,
      integrity: manifest.files[file]?.integrity ?? '',
    })),
    evergreen: `${base}${paths.widgets}${major}/loader.js`,
    policy: {
      line: policyLine(directives),
      directives,
      trustedTypes,
      frame: policyLine(frameDirectivesFor({ club: base })),
    },
    sends,
    cookies: 0,
    storage: 0,
    thirdParties: 0,
    languages: locales,
    accessibility: { conformity, statement: `${base}${paths.accessibility}`, checks: checks[widget] },
    browsers: browsersOf(),
    licence: 'MIT',
    contact: {
      club: club.legal.email,
      dataProtection: club.legal.dataProtectionOfficer,
      accessibility: club.accessibility.contact,
    },
    others: Object.fromEntries(embeddable.map((one) => [one, `${base}${embedPaths.passport(one)}`])),
  };
}
