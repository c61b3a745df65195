/** What a badge in a frame says to whoever cannot see its picture: the same as the picture, never that it is valid. */
import type { Locale } from '../contract/locales.ts';

export interface BadgeFrameTerms {
  /** @param address where to check, without scheme */
  standing(city: string, address: string): string;
  ended(address: string): string;
}

export const badgeFrameTerms: Readonly<Record<Locale, BadgeFrameTerms>> = {
  fr: {
    standing: (city, address) => `Ambassadrice ou ambassadeur (${city})\u00a0: à vérifier sur ${address}`,
    ended: (address) => `Adhésion terminée\u00a0: ${address}`,
  },
  de: {
    standing: (city, address) => `Botschafterin oder Botschafter für ${city}: zu prüfen auf ${address}`,
    ended: (address) => `Mitgliedschaft beendet: ${address}`,
  },
  en: {
    standing: (city, address) => `Ambassador of ${city}: check at ${address}`,
    ended: (address) => `Membership ended: ${address}`,
  },
  gsw: {
    standing: (city, address) => `Botschàftere oder Botschàfter vu ${city}: z prìafa uf ${address}`,
    ended: (address) => `Mìtglìedschàft fertig: ${address}`,
  },
};
