import { embedPaths } from '../../../contract/embed.ts';
import { configuratorPages } from '../../../lang/configurator/index.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import type { Route } from '../../router.ts';
import { page } from '../layout.ts';
import { previewPage, previewSheet, previewStyles } from './preview.ts';
import { stateOf } from './state.ts';
import { configurator } from './view.ts';

/** What the page's script asks for: the same state, without the page around it. */
export const choicePath = '/embed-choice.json';

/** The configurator: choose, look, copy. It is everybody's: whoever does not know a partner's name gets nowhere. */
export function configuratorRoutes(deps: AppDeps): Route[] {
  return [
    { method: 'GET', path: embedPaths.configurator, role: 'public', handler: (c) => showPage(c, deps) },
    { method: 'GET', path: choicePath, role: 'public', handler: (c) => showState(c, deps) },
    { method: 'GET', path: embedPaths.preview, role: 'public', handler: (c) => previewPage(c, deps) },
    { method: 'GET', path: previewSheet, role: 'public', handler: (c) => previewStyles(c, deps) },
  ];
}

async function showPage(c: AppContext, deps: AppDeps): Promise<Response> {
  const state = await stateOf(c, deps);
  const { locale, address } = state;
  const partners = await deps.storage.partners();
  return page(
    c,
    deps,
    {
      title: configuratorPages[locale].title,
      locale,
      sheets: ['configurator.css'],
      scripts: ['copy.js', 'configurator.js'],
      csp: ["form-action 'self'", "frame-src 'self'"],
      languagePath: address.replace(/([?&])lang=[^&]*&?/, '$1'),
    },
    configurator(deps, state, partners),
  );
}

async function showState(c: AppContext, deps: AppDeps): Promise<Response> {
  const { choice: _choice, locale: _locale, look: _look, ...state } = await stateOf(c, deps);
  return Response.json(state, {
    headers: {
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
  });
}
