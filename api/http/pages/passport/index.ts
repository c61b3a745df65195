import { embeddable, embedPaths, type Embeddable } from '../../../contract/embed.ts';
import { slugPattern } from '../../../contract/text.ts';
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

  const factsFor = (c: AppContext, widget: Embeddable): Passport =>
    passportOf(widget, pageLocale(c, deps), { club, publicUrl, mediaOrigin, manifest: manifestOf(deps.widgets) });

  async function show(c: AppContext, widget: Embeddable): Promise<Response> {
    const facts = factsFor(c, widget);
    const locale = pageLocale(c, deps);
    const slug = c.req.query('partner') ?? '';
    const partner = slugPattern.test(slug) ? await deps.storage.partnerBySlug(slug) : undefined;
    const path = (to: string) => (partner ? `${to}?partner=${encodeURIComponent(partner.slug)}` : to);
    const title = passportTerms[locale].title(passportTerms[locale].widgets[widget]);
    return page(
      c,
      deps,
      {
        title,
        locale,
        languagePath: path(embedPaths.passport(widget)),
        badges: true,
        sheets: ['passport.css'],
      },
      passportView(facts, { locale, club, partner: partner && (partner.names[locale] ?? partner.name), path }),
    );
  }

  return embeddable.flatMap((widget): Route[] => [
    {
      method: 'GET',
      path: embedPaths.passport(widget),
      role: 'public',
      handler: (c) => show(c, widget),
    },
    {
      method: 'GET',
      path: `${embedPaths.passport(widget)}.json`,
      role: 'public',
      handler: (c) => sendReady(c, readyJson(factsFor(c, widget), 300, { vary: 'accept-language' })),
    },
  ]);
}
