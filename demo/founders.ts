/** The founders of the demo: two hundred invented people, the same at every run. */
import type { Locale } from '../api/contract/locales.ts';
import type { NewMember } from '../api/domain/ports.ts';

// First names that one hears in Mulhouse, where 136 nationalities live.
const firstNames =
  'Aïcha Alain Amandine Amine Ana Anne Antoine Aurélie Aylin Bao Béatrice Benoît Camille Catherine Céline Chiara Claire Clément Daniel Denis Dilara Édith Élise Emma Emre Fatima Fernand Florence Francis Gabriel Gaëlle Geneviève Gérard Hakim Hans Hélène Hugo Inès Ismaël Jacques Jean Jeanne Joséphine Julien Karim Kathrin Laura Léa Leïla Lucas Lucie Malik Marco Margot Marguerite Marie Martin Mathilde Mehmet Michel Mireille Mohamed Myriam Nadia Nathan Nicolas Noé Nora Olivier Paola Pascal Paul Pierre Quentin Rachel Raphaël Rémi Romane Sabine Samira Sarah Sébastien Selma Simon Solène Sofia Stéphane Suzanne Théo Thi-Lan Thomas Ursula Valentin Véronique Victor Yasmine Yves Zoé'.split(
    ' ',
  );
const lastNames =
  'Abt Aydin Baumann Becker Benali Berger Bohn Brunner Costa Diallo Dietrich Duval Egly Ehrhart Fischer Fleck Fuchs Garnier Gerber Grasser Haas Haddad Heitz Hirtz Huber Jaeger Kaya Keller Klein Kolb Kuentz Lang Lefort Lehmann Litzler Martel Mebarki Meister Muller Munch Nguyen Ott Pereira Pfister Rebmann Ribeiro Richert Rossi Roth Ruch Sauter Schaub Schmitt Schneider Sitterlé Spitz Stoll Sutter Traoré Vogel Wagner Walch Weiss Wolf Yildiz Zeller Ziegler'.split(
    ' ',
  );
const places =
  'Mulhouse Mulhouse Mulhouse Mulhouse Riedisheim Illzach Kingersheim Wittenheim Rixheim Brunstatt Lutterbach Pfastatt Thann Altkirch Bâle Freiburg Lyon Paris Montréal Dakar'.split(
    ' ',
  );
const organisations = [
  'Filature du Rebberg',
  'Atelier Bollwerk',
  'Boulangerie du Klapperstein',
  'Imprimerie des Trois Cheminées',
  'Studio Dollerbaechlein',
  'Cabinet Hasenrain',
  'Menuiserie de la Doller',
  'Kilomètre Un Logiciels',
];
const sentences: [Locale, string][] = [
  ['fr', 'Mon jardin de la Cité, trois mètres sur dix, et tout le quartier par-dessus la haie.'],
  ['fr', 'Le tram du matin, avec six langues dedans et personne qui s’en étonne.'],
  ['de', 'Samstags über die Grenze auf den Markt: Ich komme mit mehr nach Hause, als ich tragen kann.'],
  ['fr', 'Une ancienne usine, quatre-vingts ateliers, et de la lumière jusqu’à minuit.'],
  ['en', 'My grandfather wound thread here. I write software where the looms stood.'],
  ['gsw', 'A Carpe frite, a Glas Wii un dina Lìt um dr Tisch: meh brücht ’s nìt.'],
  ['fr', 'On dit du mal de la ville ; puis on y vient, et on y reste.'],
  ['de', 'Im Stoffmuseum liegt der Himmel in Schubladen.'],
];

/** Those who tell a story under a name that chance would not have given them, by their place in the list. */
const named = new Map<number, [firstName: string, lastName: string]>([[60, ['Inès', 'K.']]]);

/** A founder and the partner site that they are counted for. */
export interface Founder {
  partner: string;
  member: Omit<NewMember, 'partnerId' | 'joinedAt' | 'invitationId'>;
}

/** Partner slugs with how many founders each brought. */
const brought: [string, number][] = [
  ['ville-de-mulhouse', 94],
  ['chambre-des-entrepreneurs', 62],
  ['boulangerie-du-klapperstein', 13],
  ['club', 31],
];

/** A small linear generator (MINSTD): the demo needs variety that repeats, not chance. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');

/** The list, in the order of the register. Addresses end in `.example`: no mail can reach anyone. */
export function founders(): Founder[] {
  const next = generator(1798);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)]!;
  const partners = brought.flatMap(([slug, count]) => Array<string>(count).fill(slug));
  return partners.map((partner, index) => {
    const drawn: [string, string] = [pick(firstNames), pick(lastNames)];
    const [firstName, lastName] = named.get(index + 1) ?? drawn;
    const chamber = partner === 'chambre-des-entrepreneurs';
    const draw = next(100);
    const circle = draw < 5 ? 'vip' : draw < (chamber ? 90 : 25) ? 'entrepreneurs' : 'habitants';
    const told = index % 25 === 0 ? sentences[index / 25] : undefined;
    const languageDraw = next(100);
    const language =
      told?.[0] ?? (languageDraw < 82 ? 'fr' : languageDraw < 92 ? 'de' : languageDraw < 96 ? 'en' : 'gsw');
    const email = `${plain(firstName)}.${plain(lastName)}.${index + 1}@fondateurs.example`;
    return {
      partner,
      member: {
        firstName,
        lastName: next(10) < 8 || named.has(index + 1) ? lastName : null,
        email,
        address: email,
        circle,
        place: next(10) < 7 ? pick(places) : null,
        organisation: circle === 'entrepreneurs' && next(10) < 6 ? pick(organisations) : null,
        sentence: told?.[1] ?? null,
        language,
        newsletter: next(10) < 6,
        public: told !== undefined || next(10) < 5,
        introductions: circle === 'entrepreneurs' && next(10) < 5,
      },
    };
  });
}
