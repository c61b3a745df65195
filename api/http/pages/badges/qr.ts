import { html, raw } from 'hono/html';
import { encode } from 'uqr';
import type { Html } from '../layout.ts';

/** Light modules around the code, without which many telephones find nothing (ISO/IEC 18004 §9.1). */
export const quietZone = 4;

/**
 * A QR code as a drawing in the page: no file, no request, sharp on every printer. Dark on white in every colour
 * scheme, since scanners that read light on dark are few.
 * @param label what screen readers say
 */
export function qrCode(text: string, label: string): Html {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  const dark = data.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  return html`<svg
    class="qr"
    viewBox="0 0 ${size} ${size}"
    role="img"
    aria-label="${label}"
    shape-rendering="crispEdges"
  >
    <path fill="#fff" d="M0 0h${size}v${size}H0z" />
    <path fill="#000" d="${raw(dark.join(''))}" />
  </svg>`;
}

/** Where dark modules stand side by side: one rectangle for each run, so that no gap shows between them. */
function runsOf(row: boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
