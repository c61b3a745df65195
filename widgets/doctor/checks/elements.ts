import {
  embedOptions,
  embedThemes,
  isEmbeddable,
  type Embeddable,
  type EmbedOption,
} from '../../../api/contract/embed.ts';
import { locales } from '../../../api/contract/locales.ts';
import { joinUrl } from '../../../api/contract/paths.ts';
import { findAll, ofDocument } from '../../internal/dom.ts';
import type { Finding } from '../finding.ts';
import { nearest } from '../nearest.ts';
import { apiOf, tagOf, type Scene } from '../scene.ts';
import { known } from './scripts.ts';

/** Attributes that any element may have (HTML §3.2.6), and those of all widgets. */
const global =
  /^(?:id|class|style|slot|part|exportparts|hidden|inert|title|tabindex|role|lang|dir|translate|is|nonce|autofocus|popover|draggable|item\w+|aria-.*|data-.*|on.*|partner|api|theme|open|compact|goal)$/;

/** What stands in the page for each widget: content, attributes, name, ids, language. */
export function checkElements(
  scene: Scene,
  circles: readonly string[],
  words: Readonly<Record<Embeddable, string>>,
): Finding[] {
  const findings = scene.elements.flatMap((element) => {
    const widget = element.localName.slice('ambassador-'.length);
    if (!known.includes(widget)) return [wrongTag(element)];
    if (!isEmbeddable(widget)) return [];
    return [...noFallback(scene, element, widget, words), ...wrongAttributes(element, widget, circles)];
  });
  return [...findings, ...doubledIds(scene), ...noLanguage()];
}

function wrongTag(element: HTMLElement): Finding {
  const tag = element.localName;
  const right = `ambassador-${nearest(tag.slice(11), known)}`;
  return {
    code: 'tag',
    severity: 'broken',
    facts: { tag, right },
    line: `${tagOf(element).replace(tag, right)}…</${right}>`,
    place: 'html',
  };
}

/** Only void elements of HTML close themselves: after `<ambassador-counter />`, all that follows is content of it. */
function swallowsThePage(element: HTMLElement): boolean {
  const isOurs = (one: Element) => one.localName.startsWith('ambassador-');
  return (
    // A quotation has a foot of its own.
    !!element.querySelector(
      'h1, main, nav, script[src], :is(header, footer):not(:is(blockquote, figure, article) *)',
    ) ||
    [...element.querySelectorAll('*')].some(isOurs) ||
    (!element.nextSibling && !!element.querySelector('h2'))
  );
}

function noFallback(
  scene: Scene,
  element: HTMLElement,
  widget: Embeddable,
  words: Readonly<Record<Embeddable, string>>,
): Finding[] {
  const swallows = swallowsThePage(element);
  if (!swallows && (element.childElementCount || element.textContent?.trim())) return [];
  const api = apiOf(element, scene.club);
  const badge = element.getAttribute('badge');
  const href = {
    signup: joinUrl(api, element.getAttribute('partner') ?? ''),
    testimonials: `${api}/stories`,
    badge: badge ? `${api}/b/${encodeURIComponent(badge)}` : `${api}/badges`,
    counter: `${api}/`,
    'story-form': `${api}/me/stories`,
  }[widget];
  return [
    {
      code: swallows ? 'unclosed' : 'fallback',
      severity: swallows ? 'broken' : 'harmed',
      facts: { tag: element.localName },
      line: `${tagOf(element)}<a href="${href}">${words[widget]}</a></${element.localName}>`,
      place: 'html',
    },
  ];
}

function wrongAttributes(element: HTMLElement, widget: Embeddable, circles: readonly string[]): Finding[] {
  const options: readonly EmbedOption[] = [
    ...embedOptions[widget],
    { name: 'theme', kind: 'choice', values: embedThemes, default: 'auto' },
  ];
  const names = ['partner', 'api', 'lang', ...options.map(({ name }) => name)];
  return [...element.attributes].flatMap(({ name, value }): Finding[] => {
    const option = options.find((one) => one.name === name);
    const facts = { tag: element.localName, name, value };
    if (!option) {
      if (global.test(name) || name in element) return [];
      const right = nearest(name, names);
      const line = tagOf(element, { [name]: undefined, [right]: value });
      return [{ code: 'attribute', severity: 'advice', facts: { ...facts, right }, line, place: 'html' }];
    }
    if (option.kind === 'flag' && /^(?:false|no|off|0)$/i.test(value))
      return [{ code: 'flag', severity: 'advice', facts, line: tagOf(element, { [name]: undefined }), place: 'html' }];
    const right = meant(option, value, circles);
    if (right === undefined) return [];
    return [
      {
        code: 'value',
        severity: 'advice',
        facts: { ...facts, right },
        line: tagOf(element, { [name]: right }),
        place: 'html',
      },
    ];
  });
}

/** The value that was meant; nothing when it is right, or nobody can say. */
function meant(option: EmbedOption, value: string, circles: readonly string[]): string | undefined {
  const choose = (values: readonly string[]) =>
    !values.length || values.includes(value) ? undefined : nearest(value, values.filter(Boolean));
  switch (option.kind) {
    case 'choice':
      return choose(option.values);
    case 'circle':
      return choose(circles);
    case 'language':
      return choose(locales);
    case 'number': {
      const number = Number(value);
      if (Number.isInteger(number) && number >= option.min && number <= option.max) return undefined;
      return String(
        Number.isFinite(number) ? Math.min(option.max, Math.max(option.min, Math.round(number))) : option.min,
      );
    }
    default:
      return undefined;
  }
}

/** Ids by which the page or its address means one of our elements, and that two elements have. */
function doubledIds({ elements }: Scene): Finding[] {
  const wanted = new Map<string, string>();
  for (const element of elements) {
    if (element.id) wanted.set(element.id, element.localName);
    for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls'])
      for (const id of element.getAttribute(name)?.split(/\s+/) ?? []) if (id) wanted.set(id, element.localName);
  }
  const fragment = fragmentOf();
  if (/^(?:story-|ambassador-)/.test(fragment)) wanted.set(fragment, 'ambassador-testimonials');
  return [...wanted].flatMap(([id, tag]): Finding[] => {
    const [, second] = findAll(`[id="${CSS.escape(id)}"]`);
    if (!second) return [];
    return [
      { code: 'ids', severity: 'harmed', facts: { id, tag }, line: tagOf(second, { id: `${id}-2` }), place: 'html' },
    ];
  });
}

/** What the address points at; nothing where it ends in what is no escape. */
function fragmentOf(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

function noLanguage(): Finding[] {
  const root = ofDocument('documentElement');
  if (root.getAttribute('lang')?.trim()) return [];
  const [language = 'fr'] = navigator.language.split('-', 1);
  return [
    { code: 'lang', severity: 'harmed', facts: { language }, line: tagOf(root, { lang: language }), place: 'html' },
  ];
}
