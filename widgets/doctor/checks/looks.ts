import { contrast, over, readable, type Colour } from '../colour.ts';
import type { Finding } from '../finding.ts';
import { selectorOf, type Scene } from '../scene.ts';

/** What the page's own style sheet does to us: hides, squeezes, makes unreadable. */
export function checkLooks({ elements, frames }: Scene): Finding[] {
  return [
    ...elements.flatMap((element) => [...hidden(element), ...pale(element)]),
    ...frames.flatMap((frame) => [...hidden(frame), ...squeezed(frame)]),
  ];
}

/** The element, and what is around it, from the outside in. */
function around(element: Element): Element[] {
  const line: Element[] = [];
  for (let node: Element | null = element; node; node = node.parentElement) line.unshift(node);
  return line;
}

function hidden(element: HTMLElement): Finding[] {
  // What opens when somebody asks is not hidden: a drawer, a dialog, a tab.
  if (element.closest('[hidden], details:not([open]), dialog:not([open]), [popover], [role="tabpanel"]')) return [];
  for (const node of around(element)) {
    const { display, visibility, opacity } = getComputedStyle(node);
    const rule =
      display === 'none'
        ? 'display: block !important;'
        : opacity === '0'
          ? 'opacity: 1 !important;'
          : node === element && visibility !== 'visible'
            ? 'visibility: visible !important;'
            : undefined;
    if (rule) return [finding(element, node, rule)];
  }
  const { width, height } = element.getBoundingClientRect();
  const isEmpty = !element.shadowRoot && !element.childElementCount && element.localName !== 'iframe';
  if (isEmpty || (width > 0 && height > 0)) return [];
  return [finding(element, element, 'inline-size: auto !important; block-size: auto !important; min-block-size: 1px;')];
}

function finding(element: HTMLElement, node: Element, rule: string): Finding {
  const by = selectorOf(node);
  return {
    code: 'hidden',
    severity: 'broken',
    facts: { tag: element.localName, by },
    line: `${by} { ${rule} }`,
    place: 'css',
  };
}

function squeezed(frame: HTMLIFrameElement): Finding[] {
  const { width } = frame.getBoundingClientRect();
  if (!width || width >= Math.min(240, (frame.parentElement?.clientWidth ?? 0) * 0.9)) return [];
  const line = 'iframe[src*="/embed/"] { inline-size: 100% !important; max-inline-size: none !important; }';
  return [{ code: 'squeezed', severity: 'harmed', facts: { width: String(Math.round(width)) }, line, place: 'css' }];
}

/** A colour as the browser computed it, in whatever space: a canvas knows them all. */
function read(colour: string, canvas: OffscreenCanvasRenderingContext2D): Colour {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
}

const parentOf = (node: Element): Element | null =>
  node.assignedSlot ?? node.parentElement ?? ((node.getRootNode() as ShadowRoot).host as Element | undefined) ?? null;

/** What lies behind an element; nothing where a picture does, which nobody can count. */
function groundOf(element: Element, canvas: OffscreenCanvasRenderingContext2D): Colour | undefined {
  const layers: Colour[] = [];
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const { backgroundColor, backgroundImage, colorScheme } = getComputedStyle(node);
    // Ours are lines and bars, never a ground.
    if (backgroundImage !== 'none' && !(node.getRootNode() instanceof ShadowRoot)) return undefined;
    const colour = read(backgroundColor, canvas);
    if (colour[3] > 0) layers.push(colour);
    if (colour[3] === 1) break;
    if (!parentOf(node)) {
      const isDark =
        /\bdark\b/.test(colorScheme) &&
        (!/\blight\b/.test(colorScheme) || matchMedia('(prefers-color-scheme: dark)').matches);
      layers.push(isDark ? [18, 18, 18, 1] : [255, 255, 255, 1]);
    }
  }
  return layers.reduceRight<Colour>((under, layer) => over(layer, under), [255, 255, 255, 1]);
}

/** Words of ours that have less than 4.5:1, large ones less than 3:1: the worst of each part. */
function pale(element: HTMLElement): Finding[] {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const base = element.shadowRoot?.querySelector('.base');
  if (!canvas || !base) return [];
  const ownColour = getComputedStyle(base).color;
  const worst = new Map<string, Finding & { ratio: number }>();
  for (const node of base.querySelectorAll('*')) {
    const hasWords = [...node.childNodes].some(
      (child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim(),
    );
    if (!hasWords || !node.checkVisibility() || node.closest('[aria-disabled="true"], [disabled]')) continue;
    const style = getComputedStyle(node);
    const ground = groundOf(node, canvas);
    if (!ground) continue;
    const text = read(style.color, canvas);
    const ratio = contrast(over(text, ground), ground);
    const size = Number.parseFloat(style.fontSize);
    const wanted = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    if (ratio >= wanted - 0.005) continue;
    // A colour of its own is set by a rule for its part; the others follow the text's.
    const part =
      style.color === ownColour ? '' : (node.closest('[part]')?.getAttribute('part')?.split(/\s+/, 1)[0] ?? '');
    const better = readable(over(text, ground), ground, 4.5);
    const tag = element.localName;
    // A dark one and a light one on the same page need colours of their own.
    const theme = element.getAttribute('theme');
    const by = theme === 'light' || theme === 'dark' ? `${tag}[theme="${theme}"]` : tag;
    const line = part ? `${by}::part(${part}) { color: ${better}; }` : `${by} { --ambassador-text: ${better}; }`;
    if ((worst.get(part)?.ratio ?? Infinity) <= ratio) continue;
    const facts = { tag, ratio: ratio.toFixed(1), words: node.textContent?.trim().slice(0, 40) ?? '' };
    worst.set(part, { code: 'contrast', severity: 'harmed', facts, line, place: 'css', ratio });
  }
  return [...worst.values()].map(({ ratio: _ratio, ...rest }) => rest);
}
