/** What a badge in a frame says to whoever cannot see its picture: the same as the picture, never that it is valid. */
import type { Locale } from '../contract/locales.ts';

export interface BadgeFrameTerms {
  /** @param address where to check, without scheme */
  standing(city: string, address: string): string;
  ended(address: string): string;
  unknown(address: string): string;
}

export const badgeFrameTerms: Readonly<Record<Locale, BadgeFrameTerms>> = {
  fr: {
    standing: (city, address) => `Ambassadrice ou ambassadeur (${city})\u00a0: à vérifier sur ${address}`,
    ended: (address) => `Adhésion terminée\u00a0: ${address}`,
    unknown: (address) => `Badge inconnu\u00a0: à vérifier sur ${address}`,
  },
  de: {
    standing: (city, address) => `Botschafterin oder Botschafter für ${city}: zu prüfen auf ${address}`,
    ended: (address) => `Mitgliedschaft beendet: ${address}`,
    unknown: (address) => `Unbekanntes Abzeichen: zu prüfen auf ${address}`,
  },
  en: {
    standing: (city, address) => `Ambassador of ${city}: check at ${address}`,
    ended: (address) => `Membership ended: ${address}`,
    unknown: (address) => `Unknown badge: check at ${address}`,
  },
  gsw: {
    standing: (city, address) => `Botschàftere oder Botschàfter vu ${city}: z prìafa uf ${address}`,
    ended: (address) => `Mìtglìedschàft ufgheert: ${address}`,
    unknown: (address) => `Unbekànnts Àbzeicha: z prìafa uf ${address}`,
  },
};
