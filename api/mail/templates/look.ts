/** How mails look. Colours of the club come checked (`#rrggbb`) from its file. */
import type { Club } from '../../contract/club.ts';

const ink = '#2a211d';
const paper = '#ffffff';

/**
 * Black or white, whichever reads better on a colour (WCAG 2.2 relative luminance). The better of the two
 * is never under 4.5 : 1.
 */
export function contrastingText(colour: string): string {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? '#ffffff' : '#000000';
}

/** The button carries its own style: it must look like one even where the style sheet is stripped. */
export function buttonStyle(accent: string): string {
  const text = contrastingText(accent);
  return `display:inline-block;padding:15px 30px;border-radius:999px;background:${accent};color:${text};font-weight:600;line-height:1.25;text-align:center;text-decoration:none`;
}

/** The code as well: large, spread, one piece to take with a long press. */
export const codeStyle =
  "display:inline-block;padding:14px 18px 14px 26px;border-radius:14px;background:#f6f1ea;color:#2a211d;font:600 34px/1.2 ui-monospace,'SF Mono',Menlo,Consolas,monospace;letter-spacing:8px;white-space:nowrap";

/**
 * The style sheet. Text colours stand on their own paper in both schemes; the accent is only for the
 * button, the flame and lines, where its contrast with text does not matter or was chosen.
 */
export function styles({ accent, accentDark }: Club['colours']): string {
  return `:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 24px 12px 40px; background: #f6f1ea; color: ${ink}; font: 17px/1.55 -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; -webkit-text-size-adjust: 100%; }
.preview { display: none; max-height: 0; overflow: hidden; opacity: 0; }
.sheet, .foot { box-sizing: border-box; max-width: 560px; margin: 0 auto; }
.sheet { padding: 28px 32px 26px; background: ${paper}; border: 1px solid #e9dfd3; border-top: 4px solid ${accent}; border-radius: 4px 4px 14px 14px; }
.mark { margin: 0 0 34px; padding-left: 36px; font-size: 14px; line-height: 1.45; color: #5c4f47; }
.mark b { font-size: 15px; font-weight: 600; }
.flame { display: inline-block; width: 19px; height: 19px; margin: 5px 14px -16px -33px; vertical-align: top; background: ${accent}; border-radius: 62% 4% 58% 62%; transform: rotate(-45deg); }
.core { display: block; width: 8px; height: 8px; margin: 8px 0 0 3px; background: ${paper}; border-radius: 62% 4% 58% 62%; }
h1 { margin: 0 0 16px; font: 600 30px/1.2 'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, serif; letter-spacing: -0.01em; overflow-wrap: anywhere; }
p { margin: 0 0 16px; overflow-wrap: anywhere; }
.act { margin: 28px 0 26px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.small { font-size: 14px; line-height: 1.5; color: #6a5d54; }
.url { color: #5c4f47; overflow-wrap: anywhere; word-break: break-word; }
.notes { margin: 26px 0 0; padding: 20px 0 0; border-top: 1px solid #e9dfd3; }
.note { margin: 0 0 10px; font-size: 15px; line-height: 1.5; color: #5c4f47; }
.ways { margin-top: 16px; line-height: 2; }
.quiet { color: inherit; text-decoration: underline; text-underline-offset: 3px; }
.foot { padding: 22px 32px 0; }
.foot .small { margin: 0 0 12px; font-size: 13px; }
@media (max-width: 480px) {
  body { padding: 12px 8px 28px; }
  .sheet { padding: 22px 20px 20px; }
  .foot { padding: 20px 20px 0; }
  h1 { font-size: 26px; }
  .button { display: block !important; padding: 15px 14px !important; }
  .code { display: block !important; padding: 14px 4px 14px 10px !important; text-align: center; letter-spacing: 6px !important; }
}
@media (prefers-color-scheme: dark) {
  body { background: #16110f; color: #f3ece5; }
  .sheet { background: #221b18; border-color: #3a302b; border-top-color: ${accentDark}; }
  .mark, .note, .url { color: #d3c5ba; }
  .small { color: #b8a99e; }
  .notes { border-color: #3a302b; }
  .flame { background: ${accentDark}; }
  .core { background: #221b18; }
  .code { background: #16110f !important; color: #f3ece5 !important; }
  .button { background: ${accentDark} !important; color: ${contrastingText(accentDark)} !important; }
}`;
}
