/** A text that is longer than this is folded. */
const longest = 420;
/** What is shown of it: so many characters, and so many lines. */
const shown = 300;
const lines = 8;

/**
 * The beginning of a long text, cut where a word ends and marked with an ellipsis; nothing when the
 * text is short enough to be shown whole. By its length, not by its height: no layout has to be read.
 */
export function excerptOf(text: string): string | undefined {
  const head = text.split('\n', lines).join('\n');
  if (text.length <= longest && head.length === text.length) return undefined;
  const cut = head.length > shown ? head.slice(0, shown) : head;
  // Back to the end of a word; where words are not set apart, not into the middle of a character.
  const whole = head.length > shown ? cut.replace(/\s+\S{0,40}$/, '').replace(/[\ud800-\udbff]$/, '') : cut;
  return `${whole.trimEnd()}…`;
}
