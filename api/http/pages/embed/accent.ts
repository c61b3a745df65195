import { formatColour, parseColour, readableAccent } from '../../../domain/embed/colour.ts';
import { DomainError } from '../../../domain/errors.ts';
import { sendFile } from '../../routes/widgets.ts';
import type { Route } from '../../router.ts';
import { staticFile } from '../../widget-files.ts';

/**
 * The style sheet of a chosen accent, by its name in the assets. A policy without inline styles needs a file, and
 * what stands in it comes from three numbers, corrected to where it can be read.
 * @param accent `#rrggbb`; what is none has no sheet
 */
export function accentSheets(accent: string | null | undefined): string[] {
  const colour = parseColour(accent ?? '');
  return colour ? [`accent/${formatColour(colour).slice(1)}.css`] : [];
}

/** The same for the same address, for ever: it says the colour. */
export function accentRoute(): Route {
  return {
    method: 'GET',
    path: '/assets/accent/:name',
    role: 'public',
    handler: (c) => {
      const name = c.req.param('name') ?? '';
      const colour = name.endsWith('.css') ? parseColour(`#${name.slice(0, -4)}`) : undefined;
      // One address for each colour: what is written otherwise is none.
      if (!colour || accentSheets(formatColour(colour))[0] !== `accent/${name}`) throw new DomainError('not_found');
      const { light, dark } = readableAccent(formatColour(colour));
      const rules = `.bare{--accent:light-dark(${light},${dark});--ambassador-accent:var(--accent)}\n`;
      return sendFile(c, staticFile(name, Buffer.from(rules)), 'public, max-age=86400');
    },
  };
}
