import type { PartnerView } from '../../../api/contract/partner.ts';
import { version } from '../../../api/contract/version.ts';
import { more } from '../fields.ts';
import { openedWith, pageContext } from './page-context.ts';
import type { SignupRequestDetail } from '../signup.events.ts';
import type { Values } from './values.ts';

/** The page that a sign-up comes from. */
export interface Origin {
  page: URL | Location;
  referrer: string;
}

/**
 * The sign-up as data. Language and versions are those of the texts that were shown, because that
 * is what was agreed to. Fields that were left empty are left out.
 */
export function requestOf(values: Values, shown: PartnerView, origin: Origin): SignupRequestDetail {
  const { firstName, email, circle, newsletter, introductions } = values;
  const request: SignupRequestDetail = {
    partner: shown.partner.slug,
    language: shown.language,
    notice: shown.notice.version,
    charter: shown.charter.version,
    age15: true,
    firstName,
    email,
    circle,
    newsletter,
    public: values.public,
    introductions,
    page: pageContext(origin.page, origin.referrer, version, openedWith()),
  };
  for (const { name } of more) if (values[name]) request[name as 'lastName'] = values[name];
  if (shown.circles.find(({ id }) => id === circle)?.byInvitation) request.invitation = values.invitation;
  return request;
}
