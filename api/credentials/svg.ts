/** Reads just enough of XML to find a credential in an SVG. */
import { svgNamespace } from './bake.ts';

/**
 * One piece of markup or text. No alternative has a second way to match, and where none matches reading ends: the
 * time grows with the length alone.
 */
const pieces =
  /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<!DOCTYPE\s[^[<>]*>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?]+)(?=[\s/>])((?:[^"'<>]|"[^"<]*"|'[^'<]*')*)>|([^<]+)|</g;

const attributes = /([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

interface Reading {
  /** Full name of the element whose text is being read. */
  open: string | undefined;
  text: string;
  /** The token of its `verify` attribute. */
  token: string | undefined;
  found: string[];
  prefixes: Set<string>;
}

/**
 * The texts of all credentials in an SVG.
 * @returns nothing when this is no SVG, or one with declarations of its own, which could make text out of nothing
 */
export function credentialsInSvg(svg: string): string[] | undefined {
  const reading: Reading = { open: undefined, text: '', token: undefined, found: [], prefixes: new Set() };
  let root: string | undefined;
  for (const [piece, cdata, closed, opened, attributeText, text] of svg.matchAll(pieces)) {
    if (piece === '<') return undefined;
    if (opened !== undefined) {
      root ??= opened;
      openElement(reading, opened, attributeText!);
    } else if (closed !== undefined) {
      if (closed === reading.open) closeElement(reading);
    } else if (reading.open !== undefined) {
      reading.text += cdata ?? decodeEntities(text ?? '');
    }
  }
  if (root === undefined || !/^(?:[^:]+:)?svg$/.test(root) || reading.open !== undefined) return undefined;
  return reading.found;
}

function openElement(reading: Reading, name: string, text: string): void {
  const own = new Map(
    Array.from(text.matchAll(attributes), ([, key, double, single]) => [key!, double ?? single ?? '']),
  );
  for (const [key, value] of own) {
    if (value === svgNamespace && /^xmlns(?::|$)/.test(key)) reading.prefixes.add(key.slice('xmlns:'.length));
  }
  const [local, prefix = ''] = name.split(':').reverse();
  if (reading.open !== undefined || local !== 'credential' || !reading.prefixes.has(prefix)) return;
  reading.open = name;
  reading.text = '';
  reading.token = own.get('verify');
  if (text.endsWith('/')) closeElement(reading);
}

function closeElement(reading: Reading): void {
  reading.found.push(reading.token === undefined ? reading.text : decodeEntities(reading.token));
  reading.open = undefined;
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return entities[name as string] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal as string, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
