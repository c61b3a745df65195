import { embeddable, embedPaths, isEmbeddable } from '../../../contract/embed.ts';
import { slugPattern } from '../../../contract/text.ts';
import { DomainError } from '../../../domain/errors.ts';
import { passportTerms } from '../../../lang/passport/index.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import { readyJson, sendReady } from '../../respond.ts';
import type { Route } from '../../router.ts';
import { page, pageLocale } from '../layout.ts';
import { manifestOf, passportOf, type Passport } from './facts.ts';
import { passportView } from './view.ts';

/** What a webmaster has to know before pasting a widget, made from what was built. */
export function passportRoutes(deps: AppDeps): Route[] {
  const { club, publicUrl, mediaOrigin } = deps;

  function factsFor(c: AppContext): Passport {
    const widget = c.req.param('widget');
    if (!isEmbeddable(widget)) throw new DomainError('not_found');
    const sources = { club, publicUrl, mediaOrigin, manifest: manifestOf(deps.widgets) };
    return passportOf(widget, pageLocale(c, deps), sources);
  }

  async function show(c: AppContext): Promise<Response> {
    const facts = factsFor(c);
    const locale = pageLocale(c, deps);
    const slug = c.req.query('partner') ?? '';
    const partner = slugPattern.test(slug) ? await deps.storage.partnerBySlug(slug) : undefined;
    const path = (to: string) => (partner ? `${to}?partner=${encodeURIComponent(partner.slug)}` : to);
    const title = passportTerms[locale].title(passportTerms[locale].widgets[facts.widget]);
    return page(
      c,
      deps,
      {
        title,
        locale,
        languagePath: path(embedPaths.passport(facts.widget)),
        badges: true,
        sheets: ['passport.css'],
      },
      passportView(facts, { locale, club, partner: partner && (partner.names[locale] ?? partner.name), path }),
    );
  }

  return [
    ...embeddable.map((widget): Route => ({
      method: 'GET',
      path: `${embedPaths.passport(widget)}.json`,
      role: 'public',
      handler: (c) => {
        const sources = { club, publicUrl, mediaOrigin, manifest: manifestOf(deps.widgets) };
        return sendReady(
          c,
          readyJson(passportOf(widget, pageLocale(c, deps), sources), 300, { vary: 'accept-language' }),
        );
      },
    })),
    { method: 'GET', path: '/embed/:widget/passport', role: 'public', handler: show },
  ];
}
