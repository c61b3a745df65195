import type { DemoStory } from './story.ts';

export const alsatianStories: DemoStory[] = [
  {
    key: 'carpe-frite',
    founder: 59,
    signature: 'Lucie',
    place: 'Mìlhüsa',
    circle: 'habitants',
    language: 'gsw',
    tags: ['table'],
    daysAgo: 7,
    featured: true,
    text: `Mini Grossmüeter hàt immer gsait: a Carpe frite ìsst ma nìt ellei. Si hàt si ìm Griess gwàlzt, zwei Mol ìn d’Frittüra gschmìssa, un no sìn àlli kumma, dr Nochber, d’Kìnder vum Nochber, un eina, wo niama gekennt hàt.

Hìt màch ìch si salwer. Ìch nìmm ’s nàmlig Pfànnla, ’s nàmlig Gwìcht, dr nàmlig Wii. Si wurd nia grad so güet wia bi ìhra. Àwer kumma sìn si wìder àlli, un eina kennt niama. Do ha ìch gwìsst: jetz stìmmt ’s.`,
    pictures: [
      {
        file: 'carp',
        alt: 'Zeichnung: a Tàller mìt gebàckenem Kàrpfa, Pommes un Zitrona uf ema rot un wiss gwìrfelta Tìschtüech, drnawa a Glas Wii.',
      },
    ],
  },
  {
    key: 'vu-wit-ha',
    founder: 35,
    signature: 'Mehmet',
    place: null,
    circle: 'habitants',
    language: 'gsw',
    tags: ['frontieres'],
    daysAgo: 19,
    text: `Mi Vàter ìsch üs Ànàtolia ìn d’Fàwrìk kumma un hàt zerscht Elsassisch glehrt un erscht drno Frànzeesch, wil dr Meischter nur Elsassisch gredt hàt. Ìch red ’s noch. Uf em Màrkt lüege si mìch à, no làcha mìr, un ìch bekumm a Handvoll Kìrscha meh.`,
  },
  {
    key: 'theater',
    founder: 81,
    signature: 'Amandine',
    place: 'Rìxa',
    circle: 'habitants',
    language: 'gsw',
    tags: ['culture'],
    daysAgo: 51,
    allows: ['club_site', 'partner_sites', 'print'],
    text: `Ìm Dialekttheàter spìel ìch sitter zwelf Johr d’bees Tànta. Noh dr Vorstellung kumma d’Lìt un saga: genàu so wia mini! Ìch ha drèi Tànta ghà. ’s ìsch vu jedera ebbis drin, àwer vu wellera was, des verrot ìch nìt.`,
  },
];
