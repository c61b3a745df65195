/**
 * Packs the WordPress plugin: its sources, with what the build knows better than they do. The same sources give the
 * same file, byte for byte, on any machine and any day.
 */
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { mo, po } from 'gettext-parser';
import { badgeIdPattern, badgeSizes } from '../../api/contract/badge.ts';
import { embedOptions, embedThemes } from '../../api/contract/embed.ts';
import { locales } from '../../api/contract/locales.ts';
import { paths } from '../../api/contract/paths.ts';
import { slugPattern } from '../../api/contract/text.ts';
import { major, version } from '../../api/contract/version.ts';
import { storyLanguages } from '../../api/contract/vocabulary.ts';
import { blockFiles } from './blocks.ts';

const source = join(import.meta.dirname, 'ambassador-widgets');

/** Name of the folder that WordPress unpacks, and of the packed file. */
export const pluginName = 'ambassador-widgets';

/** What the plugin checks blocks and shortcodes against, as its `embed.json` says it. */
export const pluginContract = {
  version,
  major,
  languages: locales,
  themes: embedThemes,
  widgets: Object.fromEntries(
    Object.entries(embedOptions).map(([widget, options]) => [
      widget,
      Object.fromEntries(options.map(({ name, ...option }) => [name, option])),
    ]),
  ),
  pages: {
    signup: paths.join,
    testimonials: paths.storiesPage,
    counter: paths.home,
    'story-form': paths.myStoriesPage,
  },
  badgeSizes,
  patterns: {
    slug: slugPattern.source,
    circle: slugPattern.source,
    tag: slugPattern.source,
    language: `^(?:${storyLanguages.join('|')})$`,
    story: '^[A-Za-z0-9_-]{22}$',
    badge: badgeIdPattern.source,
  },
};

/** Every file of the plugin by its path in the plugin's folder. */
export function pluginFiles(): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const text = (path: string, content: string) => files.set(path, Buffer.from(content));
  const json = (path: string, content: unknown) => text(path, `${JSON.stringify(content, undefined, 2)}\n`);
  for (const path of globSync('**/*', { cwd: source })) {
    if (!statSync(join(source, path)).isFile()) continue;
    text(path.replaceAll('\\', '/'), readFileSync(join(source, path), 'utf8').replaceAll('{{version}}', version));
  }
  json('embed.json', pluginContract);
  for (const [widget, block] of Object.entries(blockFiles())) json(`blocks/${widget}/block.json`, block);
  for (const path of globSync('languages/*.po', { cwd: source })) {
    const translated = po.parse(readFileSync(join(source, path)));
    const name = path.replaceAll('\\', '/').slice(0, -'.po'.length);
    files.set(`${name}.mo`, mo.compile(translated));
    json(`${name}-${pluginName}-editor.json`, editorTexts(translated, basename(name).slice(pluginName.length + 1)));
  }
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What `wp.i18n` reads (Jed 1): a text in a context is found under both, with the sign between that gettext uses. */
function editorTexts({ translations }: ReturnType<typeof po.parse>, language: string): object {
  const texts = Object.values(translations).flatMap((context) => Object.values(context));
  const messages = texts
    .filter(({ msgid }) => msgid !== '')
    .map(({ msgctxt, msgid, msgstr }) => [msgctxt ? `${msgctxt}\u0004${msgid}` : msgid, msgstr]);
  return {
    domain: 'messages',
    locale_data: { messages: { '': { domain: 'messages', lang: language }, ...Object.fromEntries(messages) } },
  };
}

/**
 * Writes `ambassador-widgets.zip`.
 * @param folder where to; it is made when it is not there
 */
export function writePlugin(folder: string): void {
  // A time without a zone, as zip files have it: the first that they can say.
  const usual = { level: 9, mtime: new Date(1980, 0, 1), os: 3, attrs: 0o644 << 16 } as const;
  const files: Zippable = {};
  for (const [path, content] of pluginFiles()) files[`${pluginName}/${path}`] = [content, usual];
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${pluginName}.zip`), zipSync(files));
}
