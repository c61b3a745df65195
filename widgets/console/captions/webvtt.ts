/**
 * Captions as WebVTT (W3C), read and written. Only times and words are kept: positions, colours and
 * voices of an imported file are another program's taste, and the words are what must be right.
 */

/** One line of captions: from when to when, in milliseconds, and what is said. */
export interface Cue {
  start: number;
  end: number;
  text: string;
}

/** What is wrong with a cue. */
export type CueProblem = 'time_missing' | 'end_before_start' | 'text_missing' | 'overlap' | 'too_late';

const arrow = '-->';
// Hours may be missing in WebVTT; a comma is how SubRip, which people have, writes the fraction.
const timeStamp = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)[.,](\d{3})$/;
const typedTime = /^(?:(?:(\d+):)?(\d{1,3}):)?(\d{1,3})(?:[.,](\d{1,3}))?$/;

const pad = (value: number, digits: number) => String(value).padStart(digits, '0');

/** A time as WebVTT writes it: `00:01:02.345`. */
export function formatStamp(milliseconds: number): string {
  const whole = Math.round(milliseconds);
  const seconds = Math.floor(whole / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => pad(part, 2));
  return `${parts.join(':')}.${pad(whole % 1000, 3)}`;
}

/** A time as a person reads and writes it, with nothing lost: `1:02`, `1:02.3`, `1:02.345`. */
export function formatTime(milliseconds: number): string {
  const whole = Math.round(milliseconds);
  const seconds = Math.floor(whole / 1000);
  const fraction = pad(whole % 1000, 3).replace(/0+$/, '');
  return `${Math.floor(seconds / 60)}:${pad(seconds % 60, 2)}${fraction && `.${fraction}`}`;
}

/** What somebody typed as a time, in milliseconds: `3`, `3.5`, `1:02,5`. Nothing when it is not one. */
export function parseTime(typed: string): number | undefined {
  const match = typedTime.exec(typed.trim());
  if (!match) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match;
  return (
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Math.round(Number(`0.${fraction}`) * 1000)
  );
}

function parseStamp(text: string): number | undefined {
  const match = timeStamp.exec(text);
  if (!match) return undefined;
  const [, hours = '0', minutes, seconds, milliseconds] = match;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(milliseconds);
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
  '&nbsp;': '\u00a0',
};

/** The words of a cue, without the tags of voices, colours and karaoke. */
function readText(lines: string[]): string {
  return lines
    .join('\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|lrm|rlm|nbsp);/g, (entity) => entities[entity]!)
    .trim();
}

// `>` as well: `-->` in words would begin a new cue.
const writeText = (text: string) =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    // An empty line ends a cue.
    .replace(/\s*\n\s*/g, '\n')
    .trim();

/**
 * Reads a WebVTT file, or a SubRip one.
 * @returns its cues in the order of time, or nothing when there is no cue in it
 */
export function parseVtt(file: string): Cue[] | undefined {
  const blocks = file
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/);
  const cues: Cue[] = [];
  for (const block of blocks) {
    const lines = block.split('\n').filter((line) => line !== '');
    const at = lines.findIndex((line) => line.includes(arrow));
    if (at < 0 || at > 1 || /^(?:NOTE|STYLE|REGION)\b/.test(lines[0] ?? '')) continue;
    const [from = '', rest = ''] = lines[at]!.split(arrow);
    const start = parseStamp(from.trim());
    // What follows the second time are settings of the place on screen.
    const end = parseStamp(rest.trim().split(/\s/, 1)[0] ?? '');
    const text = readText(lines.slice(at + 1));
    if (start === undefined || end === undefined) return undefined;
    if (text) cues.push({ start, end, text });
  }
  return cues.length > 0 ? cues.sort((a, b) => a.start - b.start) : undefined;
}

/** Writes cues as a WebVTT file, in the order of time. */
export function formatVtt(cues: readonly Cue[]): string {
  const blocks = cues
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, text }) => `${formatStamp(start)} ${arrow} ${formatStamp(end)}\n${writeText(text)}\n`);
  return ['WEBVTT\n', ...blocks].join('\n');
}

/** All that is said, as one text: a line for each cue. */
export function transcriptOf(cues: readonly Cue[]): string {
  return cues
    .toSorted((a, b) => a.start - b.start)
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

/**
 * What keeps cues from being saved, by their place in the list.
 * @param duration length of the film in milliseconds, when it is known
 */
export function cueProblems(cues: readonly Cue[], duration: number | null): Map<number, CueProblem> {
  const problems = new Map<number, CueProblem>();
  let previousEnd = 0;
  const inOrder = cues.map((cue, index) => ({ ...cue, index })).sort((a, b) => a.start - b.start);
  for (const { start, end, text, index } of inOrder) {
    const problem: CueProblem | undefined = Number.isNaN(start + end)
      ? 'time_missing'
      : end <= start
        ? 'end_before_start'
        : !text.trim()
          ? 'text_missing'
          : start < previousEnd
            ? 'overlap'
            : // A frame of grace: players round.
              duration !== null && start > duration + 100
              ? 'too_late'
              : undefined;
    if (problem) problems.set(index, problem);
    if (!Number.isNaN(end)) previousEnd = Math.max(previousEnd, end);
  }
  return problems;
}
