import { html } from 'hono/html';
import { embedPaths } from '../../contract/embed.ts';
import { exportColumns, exportFormats, exportKinds, isExportKind, type ExportFormat } from '../../contract/exports.ts';
import { paths } from '../../contract/paths.ts';
import { actorName, type StaffActor } from '../../domain/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { jsonPieces, noteExport, readExport } from '../../domain/exports/export.ts';
import { createFormToken, requireFormToken } from '../../domain/proofs/form-token.ts';
import { exportsIn } from '../../lang/exports/index.ts';
import { readForm } from '../body.ts';
import { csvHeaders, csvStream, textStream } from '../csv.ts';
import type { AppContext, AppDeps } from '../env.ts';
import { staffActor } from '../guard.ts';
import type { Route } from '../router.ts';
import { page, pageLocale, withLang } from './layout.ts';

/** What staff can take out of the club. Posted, not linked: each is noted, and no other page can start one. */
export function exportPageRoutes(deps: AppDeps): Route[] {
  function show(c: AppContext): Promise<Response> {
    const locale = pageLocale(c, deps);
    const texts = exportsIn[locale];
    const token = createFormToken(deps, boundTo(staffActor(c)));
    return page(
      c,
      deps,
      { title: texts.title, locale, languagePath: embedPaths.exports, noindex: true, sheets: ['partners.css'] },
      html`<div class="partner-desk exports">
        <p class="back"><a href="${withLang(paths.console, locale)}">${texts.console}</a></p>
        <h1>${texts.title}</h1>
        <p class="lead">${texts.lead}</p>
        <ul class="cards">
          ${exportKinds.map((kind) => {
            const { title, text } = texts.kinds[kind];
            return html`<li>
              <h2>${title}</h2>
              <p>${text}</p>
              <form method="post" action="${withLang(`${embedPaths.exports}/${kind}`, locale)}">
                <input type="hidden" name="token" value="${token}" />
                ${exportFormats.map(
                  (format) =>
                    html`<button class="button quiet" name="format" value="${format}">
                      ${texts.formats[format]} <span class="sr">${texts.of(title)}</span>
                    </button> `,
                )}
              </form>
            </li>`;
          })}
        </ul>
        <p class="hint">${texts.duty}</p>
      </div>`,
    );
  }

  async function take(c: AppContext): Promise<Response> {
    const actor = staffActor(c);
    const kind = c.req.param('kind');
    if (!isExportKind(kind)) throw new DomainError('not_found');
    const values = await readForm(c);
    requireFormToken(deps, values.get('token'), boundTo(actor));
    const format: ExportFormat = values.get('format') === 'json' ? 'json' : 'csv';
    await noteExport(deps, kind, format, actorName(actor));
    const name = `${kind}-${new Date(deps.clock.now()).toISOString().slice(0, 10)}`;
    const rows = readExport(deps, kind);
    if (format === 'csv') return new Response(csvStream(exportColumns[kind], rows), { headers: csvHeaders(name) });
    const headers = {
      ...csvHeaders(name),
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.json"`,
    };
    return new Response(textStream(jsonPieces(kind, rows)), { headers });
  }

  return [
    { method: 'GET', path: embedPaths.exports, role: 'admin', handler: show },
    { method: 'POST', path: `${embedPaths.exports}/:kind`, role: 'admin', handler: take },
  ];
}

const boundTo = (actor: StaffActor) => `exports:${actor.session}`;
