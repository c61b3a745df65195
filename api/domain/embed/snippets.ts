/**
 * What webmasters copy. Texts, never markup of ours: whoever shows them escapes them once more. None has an id or a
 * style in it, so that two of them can stand in one page, and under a policy that forbids styles.
 */
import { embedOptions, frameHeights, type Embeddable, type EmbedChoice } from '../../contract/embed.ts';
import { paths } from '../../contract/paths.ts';
import { escapeMarkup } from '../markup.ts';
import { frameUrl } from './addresses.ts';
import { readableAccent } from './colour.ts';
import { fallbackOf, link, placeOf, withoutScript, type SnippetWords } from './fallback.ts';

export { fallbackOf, type SnippetWords } from './fallback.ts';

export const snippetKinds = ['pinned', 'evergreen', 'iframe', 'oembed', 'wordpress', 'react', 'html'] as const;
export type SnippetKind = (typeof snippetKinds)[number];

/** What snippets are made for: where the club is, what it serves, and what it says. */
export interface SnippetSite {
  /** The club's own origin. */
  publicUrl: string;
  version: string;
  major: number;
  /** The hash of a file at the address of `version`, for a page's `integrity` attribute. */
  integrity: (file: string) => string | undefined;
  words: SnippetWords;
}

/** Every way to put one widget into a page. */
export function snippetsFor(site: SnippetSite, choice: EmbedChoice): Record<SnippetKind, string> {
  const element = elementMarkup(site, choice);
  return {
    pinned: `${pinnedScript(site, pinnedFile(choice, site.words.language))}\n${element}`,
    evergreen: `${script(`${site.publicUrl}${paths.widgets}${site.major}/loader.js`)}\n${element}`,
    iframe: frameMarkup(site, choice),
    oembed: frameUrl(site.publicUrl, choice),
    wordpress: shortcode(choice),
    react: reactSource(site, choice),
    html: plainMarkup(site, choice),
  };
}

/** One file for every widget of the kit, for pages that show several. */
export function kitScript(site: SnippetSite, choice: EmbedChoice): string {
  return pinnedScript(site, `kit.${choice.language ?? site.words.language}.js`);
}

/**
 * The chosen colour for the host's own style sheet; nothing when none was chosen. Each scheme gets its own, and the
 * widget takes that of the page around it, or of its `theme`.
 */
export function accentSheet({ widget, accent, theme }: EmbedChoice): string {
  if (accent === undefined) return '';
  const { light, dark } = readableAccent(accent);
  const rule = (value: string) => `ambassador-${widget} {\n  --ambassador-accent: ${value};\n}\n`;
  if (theme !== 'auto' || light === dark) return rule(theme === 'dark' ? dark : light);
  // A custom property has no fallback of its own: browsers that do not know the function must not see it.
  const both = rule(`light-dark(${light}, ${dark})`).replace(/^(?=.)/gm, '  ');
  return `${rule(light)}@supports (color: light-dark(red, red)) {\n${both}}\n`;
}

/** The kit is what any page may show at once; the story form is loaded where it stands. */
function pinnedFile({ widget, language }: EmbedChoice, ours: string): string {
  return widget === 'story-form' ? 'loader.js' : `ambassador-${widget}.${language ?? ours}.js`;
}

/** A file that never changes, with its hash. */
function pinnedScript({ publicUrl, version, integrity }: SnippetSite, file: string): string {
  const hash = integrity(file);
  return script(`${publicUrl}${paths.widgets}${version}/${file}`, hash);
}

function script(src: string, integrity?: string): string {
  const hash = integrity === undefined ? '' : ` integrity="${escapeMarkup(integrity)}" crossorigin="anonymous"`;
  return `<script type="module" src="${escapeMarkup(src)}"${hash}></script>`;
}

/** A flag is `true`: in markup its name says it all. */
type Attribute = [name: string, value: string | true];

/** Attributes in the order in which they are chosen: `partner`, `lang`, `theme`, then the widget's own. */
function attributesOf({ widget, partner, language, theme, attributes }: EmbedChoice): Attribute[] {
  const chosen: Attribute[] = [['partner', partner]];
  if (language !== undefined) chosen.push(['lang', language]);
  if (theme !== 'auto') chosen.push(['theme', theme]);
  for (const { name, kind } of embedOptions[widget]) {
    if (Object.hasOwn(attributes, name)) chosen.push([name, kind === 'flag' || (attributes[name] ?? '')]);
  }
  return chosen;
}

function written(attributes: Attribute[]): string {
  return attributes.map(([name, value]) => ` ${name}${value === true ? '' : `="${escapeMarkup(value)}"`}`).join('');
}

function elementMarkup({ publicUrl, words }: SnippetSite, choice: EmbedChoice): string {
  return `<ambassador-${choice.widget}${written(attributesOf(choice))}>
  ${fallbackOf(choice, words, publicUrl)}
  ${withoutScript(choice, words, publicUrl)}
</ambassador-${choice.widget}>`;
}

/** Nothing that a frame may ask a visitor for is asked for here. */
const allowed = "camera 'none'; geolocation 'none'; microphone 'none'; payment 'none'";

function frameMarkup(site: SnippetSite, choice: EmbedChoice): string {
  const { publicUrl, words, major, integrity } = site;
  const { widget } = choice;
  const attributes = written([
    ['src', frameUrl(publicUrl, choice)],
    ['title', words.frames[widget]],
    ['width', '100%'],
    ['height', String(frameHeights[widget])],
    ['loading', 'lazy'],
    ['allow', allowed],
    ['frameborder', '0'],
  ]);
  const helper = 'frame.js';
  const resizing =
    integrity(helper) === undefined
      ? script(`${publicUrl}${paths.widgets}${major}/${helper}`)
      : pinnedScript(site, helper);
  // What stands between a frame's own tags is shown by nobody, so the link comes after it.
  return `<iframe${attributes}></iframe>
<p>${link(placeOf(choice, publicUrl), escapeMarkup(words.links[widget]))}</p>
${resizing}
${withoutScript(choice, words, publicUrl)}`;
}

/**
 * A shortcode ends at the first `]`, an attribute at the first `"`, and editors turn `<` into a tag: what WordPress
 * reads back as text is written as a reference.
 */
function shortcode(choice: EmbedChoice): string {
  const attributes: Attribute[] = [['widget', choice.widget], ...attributesOf(choice)];
  if (choice.accent !== undefined) attributes.push(['accent', choice.accent]);
  const texts = attributes.map(([name, value]) => ` ${name}="${value === true ? '1' : forShortcode(value)}"`);
  return `[ambassador${texts.join('')}]`;
}

const forShortcode = (text: string) =>
  escapeMarkup(text)
    .replace(/[[\]\\{}]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\r\n\t]/g, ' ');

const camelCase = (name: string) => name.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());

/** As classes and components are called: `story-form` gives `AmbassadorStoryForm`. */
const componentOf = (widget: Embeddable) => camelCase(`Ambassador-${widget}`);

/** JSX reads attributes and text as HTML does, references included; only braces mean something else there. */
function reactSource({ publicUrl, words }: SnippetSite, choice: EmbedChoice): string {
  const name = componentOf(choice.widget);
  const attributes = attributesOf(choice).map(([key, value]): Attribute => [camelCase(key), value]);
  const inside = `${fallbackOf(choice, words, publicUrl)}\n${withoutScript(choice, words, publicUrl)}`;
  const markup = `<${name} api="${escapeMarkup(publicUrl)}"${written(attributes)}>
${inside.replace(/^\s*/gm, (space) => `  ${space}`)}
</${name}>`;
  return `import { ${name} } from 'ambassador-widgets/react';

export function ${name.replace('Ambassador', 'Club')}() {
  return (
${forJsx(markup).replace(/^/gm, '    ')}
  );
}
`;
}

const forJsx = (markup: string) => markup.replace(/[{}]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Nothing but HTML. The sign-up begins with a form that leads to the club's own page. */
function plainMarkup({ publicUrl, words }: SnippetSite, choice: EmbedChoice): string {
  if (choice.widget !== 'signup') {
    const content = fallbackOf(choice, words, publicUrl);
    return content.startsWith('<blockquote')
      ? `${content.replace(/^ {2}/gm, '')}\n<p>${link(placeOf(choice, publicUrl), escapeMarkup(words.links[choice.widget]))}</p>`
      : `<p>${content}</p>`;
  }
  const target = new URL(placeOf(choice, publicUrl));
  const fields = Array.from(target.searchParams, ([name, value]) => {
    const field = written([
      ['name', name],
      ['value', value],
    ]);
    return `  <input type="hidden"${field} />\n`;
  });
  return `<form action="${escapeMarkup(target.origin + target.pathname)}" method="get">
${fields.join('')}  <button>${escapeMarkup(words.links.signup)}</button>
</form>`;
}
