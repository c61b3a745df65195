import { badgePaths } from '../../../contract/badge.ts';
import { absolute, type BadgeView } from './view.ts';

/** What LinkedIn wants to know of a certification. */
export interface LinkedInEntry {
  name: string;
  /** Number of the club's page there, by which LinkedIn shows its logo. */
  organizationId: number | undefined;
  organization: string;
  issued: Month;
  /** Null when it has ended: there is nothing to add then. */
  expires: Month | null;
  certUrl: string;
  certId: string;
}

export interface Month {
  year: number;
  /** 1 to 12, as LinkedIn counts. */
  month: number;
}

/**
 * The entry of one badge, in the badge's language. Its months are those of the days that the badge itself names,
 * so that no time zone moves a December into January.
 */
export function linkedInEntry(view: Pick<BadgeView, 'deps' | 'badge' | 'status'>): LinkedInEntry {
  const { deps, badge, status } = view;
  const { language, publicId } = badge;
  const club = deps.club.name[language];
  return {
    name: deps.texts.badge(language).achievement(club, status.circle),
    organizationId: deps.club.social.linkedinOrganization,
    organization: club,
    issued: monthOf(status.since),
    expires: status.until === null ? null : monthOf(status.until),
    certUrl: absolute(view, badgePaths.page(publicId)),
    certId: publicId,
  };
}

function monthOf(day: string): Month {
  const [year, month] = day.split('-').map(Number);
  return { year: year!, month: month! };
}

/** The address that opens LinkedIn's form with all of it, as far as LinkedIn still fills it in. */
export function linkedInAddress(entry: LinkedInEntry): string {
  const { name, organizationId, organization, issued, expires, certUrl, certId } = entry;
  const query = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name,
    ...(organizationId === undefined ? { organizationName: organization } : { organizationId: String(organizationId) }),
    issueYear: String(issued.year),
    issueMonth: String(issued.month),
    ...(expires && { expirationYear: String(expires.year), expirationMonth: String(expires.month) }),
    certUrl,
    certId,
  });
  return `https://www.linkedin.com/profile/add?${query.toString()}`;
}
