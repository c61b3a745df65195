import type { DemoStory } from './story.ts';

export const germanStories: DemoStory[] = [
  {
    key: 'wochenmarkt',
    founder: 51,
    signature: 'Ursula',
    place: 'Müllheim im Markgräflerland',
    circle: 'habitants',
    language: 'de',
    tags: ['table', 'frontieres'],
    daysAgo: 9,
    featured: true,
    text: `Samstags um sieben fahren wir los, zu dritt im Auto, über den Rhein. Offiziell wegen des Käses. Der Markt in Mülhausen ist so groß, dass wir uns jedes Mal verlieren und jedes Mal am selben Stand wiederfinden, bei dem Mann mit den sechs Sorten Oliven, der uns „les trois Müllheim“ nennt.

Vor zwanzig Jahren habe ich dort noch auf Zettel geschrieben, was ich sagen will. Heute streite ich auf Französisch über den Preis von Mirabellen. Weiter bin ich in keinem Sprachkurs gekommen.`,
  },
  {
    key: 'stoffmuseum',
    founder: 158,
    signature: 'Thomas W., Textilrestaurator',
    place: 'Basel',
    circle: 'habitants',
    language: 'de',
    tags: ['culture', 'industrie', 'frontieres'],
    daysAgo: 37,
    text: `Ich restauriere in Basel alte Stoffe. Wenn ich nicht weiterweiß, setze ich mich in den Zug, zwanzig Minuten, und gehe ins Stoffdruckmuseum. Dort liegt der Himmel in Schubladen: hunderte Blau, jedes mit Datum.

Einmal brachte ich ein Fragment mit, kaum größer als eine Briefmarke, von einer Bettdecke. Niemand wusste, woher sie kam. Die Kollegin sah es lange an, ging weg, kam mit einem Musterbuch wieder, legte mein Stück auf die Seite, und man sah es nicht mehr. So genau lag es auf seinem eigenen Bild.

Ich habe in meinem Beruf viele schöne Dinge gesehen. Etwas verschwinden zu sehen, weil es nach Hause gekommen ist, nur dieses eine Mal.`,
    pictures: [
      {
        file: 'drawers',
        alt: 'Zeichnung: ein Schrank voller Schubladen; in der offenen liegen Stoffmuster in vielen Blautönen.',
      },
    ],
  },
  {
    key: 'bruecke',
    founder: 150,
    signature: 'Kathrin',
    place: 'Riedisheim',
    circle: 'entrepreneurs',
    language: 'de',
    tags: ['frontieres', 'industrie'],
    daysAgo: 18,
    text: `Ich habe meine Firma hier gegründet, weil ich eine Landkarte angeschaut habe: drei Länder, ein Flughafen, eine Stunde bis Zürich, drei bis Paris. Geblieben bin ich wegen der Leute, die nach der Arbeit noch auf eine Flammkuchenlänge stehen bleiben. Meine ersten beiden Mitarbeiter habe ich so gefunden, den dritten beim Abwasch danach.`,
  },
  {
    key: 'kanal',
    founder: 180,
    signature: 'Gabriel',
    place: null,
    circle: 'habitants',
    language: 'de',
    tags: ['nature'],
    daysAgo: 6,
    text: `Mit dem Rad am Kanal entlang von Basel bis zum Nouveau Bassin: kein Hügel, drei Reiher, am Ende Eis. Mehr braucht ein Sonntag nicht.`,
  },
  {
    key: 'turm-bei-nacht',
    founder: 48,
    signature: 'Lucas',
    place: 'Mülhausen',
    circle: 'habitants',
    language: 'de',
    tags: ['culture'],
    daysAgo: 59,
    allows: ['club_site', 'partner_sites', 'newsletter', 'print'],
    text: `Ich arbeite nachts. Um drei gehe ich am Bollwerk vorbei, dem alten Turm der Stadtmauer, und sage ihm Guten Morgen, weil wir dann die Einzigen sind, die wach sind. Er hat noch nie geantwortet. Aber seit ich hier wohne, bin ich in keiner Stadt mehr allein nach Hause gegangen.`,
    pictures: [
      {
        file: 'watchtower',
        alt: 'Zeichnung: ein alter Wehrturm mit rotem Spitzdach bei Nacht, darüber Mond und Sterne, links und rechts eine Laterne.',
      },
    ],
  },
];
