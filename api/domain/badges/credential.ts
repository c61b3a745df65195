import { badgePaths } from '../../contract/badge.ts';
import { paths } from '../../contract/paths.ts';
import type { Deps } from '../ports.ts';
import { badgeContexts, badgeSchema, badgeTypes, identityTypes, signedTime } from './credential-words.ts';
import type { UnsignedCredential } from './credential-ports.ts';
import { circleOf, type ShownBadge } from './view.ts';

/** The address that a badge's credential is served at, and known by. */
export const credentialId = (publicUrl: string, publicId: string): string =>
  `${publicUrl}${badgePaths.page(publicId)}/credential.json`;

/**
 * What is signed of a badge: Open Badges 3.0, VC Data Model 2.0. Of a person there is nothing in it but the address
 * of the badge's page, unless they show their name.
 * @throws {TypeError} for a badge that is not to be signed: it has no place in a list, or a brace in a text
 */
export function credentialOf(
  { club, texts, publicUrl, credentials }: Pick<Deps, 'club' | 'texts' | 'publicUrl' | 'credentials'>,
  badge: ShownBadge,
): UnsignedCredential {
  const { language } = badge;
  const words = texts.badge(language);
  const name = signed(club.name[language]);
  const circle = circleOf(badge, club);
  const achievement = signed(words.achievement(name, circle));
  return {
    '@context': [...badgeContexts],
    id: credentialId(publicUrl, badge.publicId),
    type: [...badgeTypes],
    name: achievement,
    issuer: {
      id: credentials.did,
      type: ['Profile'],
      name,
      url: `${publicUrl}/`,
      image: { id: publicUrl + paths.badgeMark, type: 'Image' },
    },
    validFrom: signedTime(badge.validFrom),
    validUntil: signedTime(badge.validUntil),
    awardedDate: signedTime(badge.awardedAt),
    credentialSubject: {
      ...subjectOf(badge, publicUrl),
      achievement: {
        id: `${publicUrl}${paths.badges}#${circle === null ? 'member' : badge.circle}`,
        type: ['Achievement'],
        name: achievement,
        description: signed(words.description(name, club.city[language])),
        criteria: { id: publicUrl + paths.badges, narrative: signed(words.criteria) },
        achievementType: 'Membership',
        inLanguage: language,
      },
    },
    credentialStatus: statusOf(badge, publicUrl),
    credentialSchema: [{ ...badgeSchema }],
  };
}

/** Whose badge it is: the domain of a business, the page of a person's badge. */
function subjectOf({ publicId, domain, showsName, name }: ShownBadge, publicUrl: string) {
  const identifier = [
    ...(domain === null ? [] : [identity(identityTypes.domain, domain)]),
    ...(showsName && name !== null ? [identity(identityTypes.name, name)] : []),
  ];
  return {
    id: domain === null ? publicUrl + badgePaths.page(publicId) : `https://${domain}/`,
    type: ['AchievementSubject'],
    ...(identifier.length > 0 && { identifier }),
  };
}

const identity = (identityType: string, text: string) => ({
  type: 'IdentityObject',
  hashed: false,
  identityHash: signed(text),
  identityType,
});

function statusOf({ publicId, list, position }: ShownBadge, publicUrl: string) {
  if (list === null || position === null) {
    throw new TypeError(`credentialOf: badge ${publicId} has no place in a status list. It was not signed.`);
  }
  const address = publicUrl + paths.statusList(list);
  return {
    id: `${address}#${position}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(position),
    statusListCredential: address,
  };
}

/** Composed, and never with a brace: some wallets find the credential in a picture by counting them. */
function signed(text: string): string {
  if (/[{}]/.test(text)) throw new TypeError('credentialOf: a text has a brace in it. It was not signed.');
  return text.normalize('NFC');
}
