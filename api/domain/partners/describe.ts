import type { Locale } from '../../contract/locales.ts';
import type { PartnerView } from '../../contract/partner.ts';
import { paths } from '../../contract/paths.ts';
import type { Deps } from '../ports.ts';
import type { Partner } from './partner.ts';
import { partnerName, sharedWith } from './name.ts';

/** What a widget shows for one partner in one language. */
export function describePartner(
  deps: Pick<Deps, 'club' | 'texts' | 'publicUrl'>,
  partner: Partner,
  locale: Locale,
): PartnerView {
  const { club, publicUrl } = deps;
  const { consents, notice } = deps.texts.consent(locale, sharedWith(partner, locale));
  const page = (path: string) => {
    const url = new URL(path, publicUrl);
    url.searchParams.set('lang', locale);
    return url.href;
  };
  return {
    partner: { slug: partner.slug, name: partnerName(partner, locale) },
    language: locale,
    club: { name: club.name[locale], city: club.city[locale], home: page(paths.home) },
    circles: club.circles.map((circle) => ({
      id: circle.id,
      name: circle.name[locale],
      description: circle.description[locale],
      byInvitation: circle.byInvitation,
    })),
    charter: { version: club.charter.version, url: page(paths.charter) },
    consents,
    notice: { version: club.notice.version, sections: notice, url: page(paths.privacy) },
  };
}
