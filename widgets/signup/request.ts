import { version } from '../../api/contract/version.ts';
import type { PartnerView } from '../../api/contract/partner.ts';
import { conditions, consents, more, texts } from './fields.ts';
import { pageContext } from './page-context.ts';
import type { SignupRequestDetail } from './signup.events.ts';
import type { Values } from './validation.ts';

/**
 * What the form holds now. Read from the controls themselves: `FormData` would mend broken
 * Unicode, and what a person typed is sent as it is or refused.
 */
export function valuesOf(form: HTMLFormElement): Values {
  const control = (name: string) => form.elements.namedItem(name) as HTMLInputElement | RadioNodeList | null;
  const values: Record<string, string | boolean> = {};
  for (const name of [...texts.map((field) => field.name), 'circle']) values[name] = control(name)?.value ?? '';
  for (const name of [...consents, ...conditions]) values[name] = (control(name) as HTMLInputElement).checked;
  return values as Values;
}

/**
 * The sign-up as data. Language and versions are those of the texts that were shown, because that
 * is what was agreed to.
 */
export function requestOf(values: Values, shown: PartnerView, page: Location, referrer: string): SignupRequestDetail {
  const request: SignupRequestDetail = {
    partner: shown.partner.slug,
    language: shown.language,
    notice: shown.notice.version,
    charter: shown.charter.version,
    age15: true,
    firstName: values.firstName,
    email: values.email,
    circle: values.circle,
    newsletter: values.newsletter,
    public: values.public,
    introductions: values.introductions,
    page: pageContext(page, referrer, version),
  };
  for (const { name } of more) if (values[name]) request[name as 'lastName'] = values[name];
  if (shown.circles.find(({ id }) => id === values.circle)?.byInvitation) request.invitation = values.invitation;
  return request;
}
