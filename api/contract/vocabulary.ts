/** The words of stories that program and widgets share: each list is closed, and a word is never renamed. */

/** What a story mainly is: words alone, pictures, or a film. A link to a film elsewhere makes it a video too. */
export const storyKinds = ['text', 'photo', 'video'] as const;
export type StoryKind = (typeof storyKinds)[number];

/**
 * Where a story stands. `withdrawn` is the author's word, `removed` a moderator's after publication,
 * `refused` a moderator's before it.
 */
export const storyStatuses = ['draft', 'pending', 'published', 'refused', 'removed', 'withdrawn'] as const;
export type StoryStatus = (typeof storyStatuses)[number];

/** What the author may allow, one by one: the club's own site, its partners' sites, newsletter, social networks, print. */
export const storyUses = ['club_site', 'partner_sites', 'newsletter', 'social', 'print'] as const;
export type StoryUse = (typeof storyUses)[number];

/** Who can be recognised in the pictures: the author alone, others who agreed, nobody. */
export const peopleShown = ['me', 'agreed', 'nobody'] as const;
export type PeopleShown = (typeof peopleShown)[number];

export const mediaKinds = ['photo', 'video'] as const;
export type MediaKind = (typeof mediaKinds)[number];

/** What becomes of an uploaded file. */
export const mediaStatuses = ['uploading', 'processing', 'ready', 'failed'] as const;
export type MediaStatus = (typeof mediaStatuses)[number];

/**
 * Languages that a story may be told in, as BCP 47 tags: the club's own first, then those one hears most in
 * Mulhouse. Each is named in itself by `Intl.DisplayNames`, save `gsw`.
 */
export const storyLanguages = [
  'fr',
  'de',
  'en',
  'gsw',
  'ar',
  'es',
  'it',
  'kab',
  'pl',
  'pt',
  'ro',
  'ru',
  'sq',
  'tr',
  'uk',
  'vi',
  'zh',
] as const;
export type StoryLanguage = (typeof storyLanguages)[number];

/** How a feed is ordered. */
export const storyOrders = ['featured', 'newest', 'oldest'] as const;
export type StoryOrder = (typeof storyOrders)[number];

/** Film sites whose links are shown as a card of our own. Nothing is asked of them before a click. */
export const linkSites = ['youtube', 'vimeo', 'instagram', 'facebook'] as const;
export type LinkSite = (typeof linkSites)[number];

/** Why a moderator refuses or removes a story. Each has a sentence in `api/lang`; the charter says what they mean. */
export const refusalReasons = [
  'off_topic',
  'advertising',
  'personal_data',
  'people_not_agreed',
  'minor_shown',
  'rights',
  'hateful',
  'insulting',
  'untrue',
  'illegal',
  'quality',
  'other',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Why somebody reports a story (DSA article 16). `child_abuse` alone may come without a name. */
export const reportReasons = [
  'hateful',
  'insulting',
  'untrue',
  'personal_data',
  'shows_me',
  'rights',
  'advertising',
  'child_abuse',
  'illegal',
  'other',
] as const;
export type ReportReason = (typeof reportReasons)[number];

/** What somebody may do who works for the club. */
export const staffRoles = ['moderator', 'admin'] as const;
/** `partner`: somebody who works for a partner, and sees what is that partner's and nothing else. */
export type StaffRole = (typeof staffRoles)[number] | 'partner';

/** What a partner is. */
export const partnerKinds = ['club', 'city', 'chamber', 'association', 'business', 'school', 'media', 'other'] as const;
export type PartnerKind = (typeof partnerKinds)[number];
