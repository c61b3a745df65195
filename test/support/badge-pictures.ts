/** Contents of badges to draw, and how to read a drawn one. */
import type { BadgePictureContent } from '../../api/domain/pictures/badge-ports.ts';

/** Of a person; what a test is about is changed. */
export const badgeContent = (change: Partial<BadgePictureContent> = {}): BadgePictureContent => ({
  form: 'line',
  scheme: 'light',
  state: 'valid',
  language: 'fr',
  city: 'Mulhouse',
  club: 'Club des Ambassadeurs de Mulhouse',
  circle: 'Habitants et cœurs d’ici',
  year: 2026,
  domain: null,
  address: 'club-mulhouse.example/b/4ZxkPq7mRt2LwYb9NsVfGh',
  accent: '#b3261e',
  accentDark: '#ff9a85',
  ...change,
});

const references: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** XML text as it is read. */
export const unescapeXml = (text: string): string =>
  text.replace(/&([^;]*);/g, (whole, name: string) => {
    const meant = references[name];
    if (meant === undefined) throw new Error(`${whole} is no reference that we write`);
    return meant;
  });

/** Every text that is seen, in order. */
export const visibleTexts = (svg: string): string[] =>
  Array.from(svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g), ([, text]) => unescapeXml(text!));

/** The name that assistive technology reads. */
export const labelOf = (svg: string): string => unescapeXml(/aria-label="([^"]*)"/.exec(svg)![1]!);

/**
 * Reads an XML document without prolog strictly (XML 1.0, §2.1 and §3.1): tags that match, quoted attributes, each
 * once, characters and references that are allowed.
 * @returns the names of all elements and attributes, as `name` and `name@attribute`
 */
export function namesInXml(text: string): Set<string> {
  const bad = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\ud800-\udfff](?![\udc00-\udfff])/u.exec(text);
  if (bad) throw new Error(`character U+${bad[0].codePointAt(0)!.toString(16)} is not allowed`);
  const names = new Set<string>();
  const open: string[] = [];
  let at = 0;
  const token = /<(\/)?([A-Za-z][\w.-]*)((?:\s+[A-Za-z_:][\w:.-]*="[^"<]*")*)\s*(\/)?>|([^<]+)/y;
  while (at < text.length) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found) throw new Error(`no XML from ${text.slice(at, at + 40)}`);
    at = token.lastIndex;
    const [, closes, name, attributes = '', empty, words] = found;
    if (words !== undefined) {
      if (open.length === 0) throw new Error('text outside of the root');
      if (words.includes(']]>')) throw new Error('"]]>" in a text');
      unescapeXml(words);
    } else if (closes) {
      if (open.pop() !== name || attributes || empty) throw new Error(`</${name}> closes nothing`);
    } else {
      if (open.length === 0 && names.size > 0) throw new Error('a second root');
      names.add(name!);
      const own = new Set<string>();
      for (const [, attribute, value] of attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
        if (own.has(attribute!)) throw new Error(`${attribute} twice`);
        own.add(attribute!);
        names.add(`${name}@${attribute}`);
        unescapeXml(value!);
      }
      if (!empty) open.push(name!);
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is never closed`);
  return names;
}
