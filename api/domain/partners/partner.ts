import type { Locale } from '../../contract/locales.ts';

/** The widgets of one that is paused show their fallback. */
export type PartnerStatus = 'active' | 'paused';

/** Somebody at a partner whom the club writes to. */
export interface PartnerContact {
  name: string;
  email: string;
}

/** Whose pages show the club. */
export interface Partner {
  id: number;
  slug: string;
  kind: string;
  /** In the club's own language. */
  name: string;
  /** In others, where it has another one. */
  names: Partial<Record<Locale, string>>;
  /**
   * Whose pages may send sign-ups: exact origins (`https://www.example.org`), and every host under one
   * (`https://*.example.org`). See `origins.ts`.
   */
  origins: string[];
  /** Also pages on the webmaster's own machine (`localhost`, loopback), at any port. */
  allowsLocal: boolean;
  /** Pages that visitors may be led back to, whole addresses. */
  returnUrls: string[];
  /** `#rrggbb`; null: the club's own. */
  accent: string | null;
  /** Languages that its pages are in; empty: all. */
  languages: Locale[];
  contacts: PartnerContact[];
  /** Name of its file in the media store. */
  logo: string | null;
  status: PartnerStatus;
}

/** What has to be said of a new partner; the rest can be said later. */
export type NewPartner = Pick<Partner, 'slug' | 'kind' | 'name' | 'origins' | 'status'> & Partial<Omit<Partner, 'id'>>;
