import { html } from 'hono/html';
import { paths } from '../../../contract/paths.ts';
import { credentialId } from '../../../domain/badges/credential.ts';
import { badgePages } from '../../../lang/badge-pages/index.ts';
import { myBadges } from '../../../lang/my-badges/index.ts';
import { withLang, type Html } from '../layout.ts';
import { copyField } from './tools.ts';
import type { BadgeView } from './view.ts';

/**
 * How to check a badge without believing this page. The links are plain: neither service is asked before somebody
 * goes there.
 * @param did what must be named as issuer
 */
export function elsewhere(view: BadgeView, did: string): Html {
  const { deps, badge, locale } = view;
  const { elsewhere: terms } = badgePages[locale].page;
  const file = credentialId(deps.publicUrl, badge.publicId);
  const verifierPlus = `https://verifierplus.org/#verify?vc=${encodeURIComponent(file)}`;
  return html`<section class="elsewhere">
    <h2>${terms.title}</h2>
    <p>${terms.addressBar(new URL(deps.publicUrl).origin)}</p>
    <p>${terms.lead} ${terms.issuer(did)}</p>
    <ul class="checks">
      <li><a href="${verifierPlus}" rel="noopener noreferrer nofollow">${terms.verifierPlus}</a></li>
      <li><a href="https://vc.1ed.tech/" rel="noopener noreferrer nofollow">${terms.oneEdTech}</a></li>
    </ul>
    ${copyField({ id: 'credential-address', label: terms.paste, value: file }, myBadges[locale].tools)}
    <p class="hint">${terms.leaves}</p>
    <ul class="checks">
      <li><a href="${file}" type="application/vc+ld+json">${terms.document}</a></li>
      <li><a href="${withLang(paths.verify, locale)}">${terms.ours}</a></li>
    </ul>
  </section>`;
}
