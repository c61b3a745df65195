/**
 * What somebody wants to show, read from an address, a form or a shortcode: anything may stand there. What is not
 * exactly a value that the widget takes is left out and named, so that a webmaster can be told; nothing is guessed.
 */
import { badgeIdPattern } from '../../contract/badge.ts';
import {
  embedOptions,
  embedThemes,
  type Embeddable,
  type EmbedChoice,
  type EmbedOption,
  type EmbedTheme,
} from '../../contract/embed.ts';
import { storyLimits } from '../../contract/limits.ts';
import { matchLocale } from '../../contract/locales.ts';
import { slugPattern } from '../../contract/text.ts';
import { isPublicId } from '../stories/own.ts';
import { formatColour, parseColour } from './colour.ts';

/** Names that the club knows: of its circles, and of the languages that stories are told in. */
export interface KnownNames {
  circles: readonly string[];
  languages: readonly string[];
}

/** A value that was left out; cut to what a message can show. */
export interface RefusedValue {
  name: string;
  value: string;
}

export interface ReadChoice {
  choice: EmbedChoice;
  refused: RefusedValue[];
}

const shown = 80;
const yes = ['', '1', 'true'];
const no = ['0', 'false'];

/**
 * Reads a choice for one widget. What is empty was not chosen. Without a name of a partner, `partner` is empty.
 * @param query the value of one name; it is asked for known names alone
 */
export function readChoice(
  query: (name: string) => string | undefined,
  known: KnownNames,
  widget: Embeddable,
): ReadChoice {
  const refused: RefusedValue[] = [];
  /** A checked value; nothing when there is none, or it was refused. */
  const take = (name: string, check: (value: string) => string | undefined): string | undefined => {
    const value: unknown = query(name);
    if (value === undefined || value === null) return undefined;
    const checked = typeof value === 'string' ? check(value) : undefined;
    if (checked === undefined) refused.push({ name, value: show(value) });
    return checked || undefined;
  };
  const oneOrNone = (isGood: (value: string) => boolean) => (value: string) =>
    value === '' || isGood(value) ? value : undefined;

  const partner =
    take(
      'partner',
      oneOrNone((value) => slugPattern.test(value)),
    ) ?? '';
  const language = take('lang', readLanguage);
  const theme = take('theme', oneOrNone(isTheme));
  const accent = take('accent', (value) => (value === '' ? value : readAccent(value)));
  const attributes: Record<string, string> = {};
  for (const option of embedOptions[widget]) {
    if (option.kind === 'flag') {
      // Empty is a value here: it says that the flag is set.
      const set = take(option.name, (value) => readFlag(option.name, value));
      if (set === 'set') attributes[option.name] = '';
      continue;
    }
    const value = take(option.name, (text) => (text === '' ? text : readOption(option, text, known)));
    if (value !== undefined && value !== defaultOf(option)) attributes[option.name] = value;
  }
  const choice: EmbedChoice = {
    widget,
    partner,
    ...(language !== undefined && { language }),
    theme: isTheme(theme) ? theme : 'auto',
    ...(accent !== undefined && { accent }),
    attributes,
  };
  return { choice, refused };
}

function readAccent(value: string): string | undefined {
  const colour = parseColour(value);
  return colour && formatColour(colour);
}

/** A page's own tag may have a region (`de-CH`): its language counts. */
function readLanguage(value: string): string | undefined {
  if (value === '') return value;
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{1,8}){0,4}$/i.test(value)) return undefined;
  // What depends on the fallback is none of our languages.
  const language = matchLocale(value, 'fr');
  return language === matchLocale(value, 'de') ? language : undefined;
}

function isTheme(value: string | undefined): value is EmbedTheme {
  return (embedThemes as readonly (string | undefined)[]).includes(value);
}

/** As HTML writes it (present, empty, or its own name), and as forms and shortcodes do. */
function readFlag(name: string, value: string): string | undefined {
  if (yes.includes(value) || value === name) return 'set';
  return no.includes(value) ? '' : undefined;
}

function readOption(option: Exclude<EmbedOption, { kind: 'flag' }>, value: string, known: KnownNames) {
  switch (option.kind) {
    case 'choice':
      return option.values.includes(value) ? value : undefined;
    case 'number':
      return readNumber(option, value);
    case 'circle':
      return known.circles.includes(value) ? value : undefined;
    case 'language':
      return known.languages.includes(value) ? value : undefined;
    case 'tag':
      return value.length <= storyLimits.tag && slugPattern.test(value) ? value : undefined;
    case 'story':
      return isPublicId(value) ? value : undefined;
    case 'badge':
      return badgeIdPattern.test(value) ? value : undefined;
  }
}

function readNumber({ min, max }: { min: number; max: number }, value: string): string | undefined {
  if (!/^\d{1,6}$/.test(value)) return undefined;
  const number = Number(value);
  return number >= min && number <= max ? String(number) : undefined;
}

function defaultOf(option: EmbedOption): string | undefined {
  return option.kind === 'choice' ? option.default : undefined;
}

function show(value: unknown): string {
  return (typeof value === 'string' ? value : typeof value).slice(0, shown).toWellFormed();
}
