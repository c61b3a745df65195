/**
 * Captions, as WebVTT (W3C). Read into cues and written anew, so that what is served holds times and words and
 * nothing else: no style blocks, no regions, no settings, no markup.
 */
export interface Cue {
  /** Milliseconds. */
  start: number;
  end: number;
  text: string;
}

const header = /^\uFEFF?WEBVTT(?:[ \t][^\n]*)?(?:\n|$)/;
const timing =
  /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})[ \t]+-->[ \t]+(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})(?:[ \t].*)?$/;

/** More than anybody says in two minutes. */
const mostCues = 600;

/** The cues of a WebVTT text, or nothing when it is none, has none, or a cue ends before it begins. */
export function parseCaptions(vtt: string): Cue[] | undefined {
  const text = vtt.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const head = header.exec(text);
  if (!head) return undefined;
  const cues: Cue[] = [];
  for (const block of text.slice(head[0].length).split(/\n{2,}/)) {
    const lines = block.split('\n').filter((line, index) => index > 0 || line.trim() !== '');
    if (lines.length === 0 || /^(?:NOTE|STYLE|REGION)\b/.test(lines[0]!)) continue;
    const at = lines[0]!.includes('-->') ? 0 : 1;
    const match = timing.exec(lines[at]?.trim() ?? '');
    if (!match) return undefined;
    const [start, end] = [milliseconds(match, 1), milliseconds(match, 5)];
    const words = plain(lines.slice(at + 1).join('\n'));
    if (end <= start || start < (cues.at(-1)?.start ?? 0)) return undefined;
    if (words !== '') cues.push({ start, end, text: words });
    if (cues.length > mostCues) return undefined;
  }
  return cues.length > 0 ? cues : undefined;
}

/** Cues as WebVTT. */
export function writeCaptions(cues: readonly Cue[]): string {
  const blocks = cues.map(({ start, end, text }) => `${clock(start)} --> ${clock(end)}\n${escape(text)}`);
  return `WEBVTT\n\n${blocks.join('\n\n')}\n`;
}

function milliseconds(match: RegExpExecArray, from: number): number {
  const [hours, minutes, seconds, rest] = [0, 1, 2, 3].map((index) => Number(match[from + index] ?? 0));
  return ((hours! * 60 + minutes!) * 60 + seconds!) * 1000 + rest!;
}

function clock(time: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const rest = String(time % 1000).padStart(3, '0');
  return `${two(time / 3_600_000)}:${two((time / 60_000) % 60)}:${two((time / 1000) % 60)}.${rest}`;
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&nbsp;': '\u00a0',
  '&lrm;': '',
  '&rlm;': '',
};

/**
 * Words without WebVTT's tags; a lone `<` that begins none is a character like any other. No tag reaches over the
 * next `<`: else a text of nothing but beginnings is searched to its end from each of them.
 */
function plain(text: string): string {
  return text
    .replace(/<\/?(?:[cbiuv]|ruby|rt|lang)(?:[.\s][^<>]*)?>|<\d[\d:.]*>/g, '')
    .replace(/&(?:lt|gt|amp|nbsp|lrm|rlm);/g, (entity) => entities[entity]!)
    .trim();
}

// `-->` may stand in no cue's text; escaping `>` sees to that as well.
function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\n{2,}/g, '\n');
}
