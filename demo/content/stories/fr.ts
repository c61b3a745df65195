import type { DemoStory } from './story.ts';

export const frenchStories: DemoStory[] = [
  {
    key: 'jardin-de-la-cite',
    founder: 11,
    signature: 'Geneviève',
    place: 'La Cité, Mulhouse',
    circle: 'habitants',
    language: 'fr',
    tags: ['nature'],
    daysAgo: 12,
    featured: true,
    text: `J’ai acheté cette maison en 1974 avec Roland. Une maison de la Cité, quatre familles sous le même toit et chacune son carré de jardin. Le mien fait trois mètres sur dix. Mon père disait qu’on y mettait un ouvrier et qu’il en sortait un jardinier.

Roland n’est plus là mais les haricots montent toujours sur ses perches. Le matin je sors avec mon café, et par-dessus la haie il y a Mme Yildiz qui me tend des feuilles de vigne et moi je lui passe mes quetsches. On ne s’est jamais dit qu’on échangeait, ça s’est fait tout seul.

Quand on me demande si je n’ai pas envie de partir à la campagne, je réponds que j’y suis : elle fait trente mètres carrés et le tram passe au bout.`,
    pictures: [
      {
        file: 'garden',
        alt: 'Dessin : un petit jardin avec des choux, des tournesols et des perches à haricots devant une maison aux volets verts ; une cheminée d’usine au fond.',
      },
    ],
  },
  {
    key: 'tram-de-7-h-42',
    founder: 33,
    signature: 'Julien',
    place: 'Mulhouse',
    circle: 'habitants',
    language: 'fr',
    tags: ['frontieres'],
    daysAgo: 3,
    text: `7 h 42, tram pour le campus. Je compte les langues. Record : neuf, un lundi de rentrée. Personne ne s’en étonne, et c’est ça que je raconte quand on me demande comment c’est, Mulhouse.`,
  },
  {
    key: 'motoco',
    founder: 121,
    signature: 'Laura',
    place: 'Motoco, bâtiment 75',
    circle: 'entrepreneurs',
    language: 'fr',
    tags: ['industrie', 'culture'],
    daysAgo: 20,
    featured: true,
    text: `Je suis céramiste. Quand j’ai poussé la porte du bâtiment 75, sur l’ancien site DMC, il faisait six degrés et je me suis dit que c’était non. Puis j’ai vu les fenêtres.

Aujourd’hui nous sommes cent quarante à créer dans cette ancienne filature : un luthier au-dessus de ma tête, une costumière en face, des gens qui soudent, qui peignent, qui impriment. Quand mon four tombe en panne, j’ai trois avis contradictoires en cinq minutes et une réparation en dix.

À Paris j’avais un atelier de neuf mètres carrés et pas de voisins. Ici j’ai quarante mètres carrés, de la lumière jusqu’au soir, et je ne ferme jamais ma porte à clé. (Si. Je ferme. Mais tout le monde sait où est la clé.)`,
    pictures: [
      {
        file: 'studio',
        alt: 'Dessin : cinq pots de terre alignés devant la grande fenêtre d’un atelier en brique ; au premier plan, un bol sur le tour.',
      },
    ],
  },
  {
    key: 'feves',
    founder: 168,
    signature: 'Véronique, boulangère',
    place: 'Mulhouse',
    circle: 'entrepreneurs',
    language: 'fr',
    tags: ['table', 'culture'],
    daysAgo: 41,
    text: `Pour les cinquante ans de la Tour de l’Europe, des artistes ont fait deux mille fèves en forme de tour, cuites à Motoco. J’en ai caché une partie dans mes galettes, à la Boulangerie du Klapperstein. Les gens croquaient doucement, comme on marche dans une église. Un monsieur est revenu trois fois : il lui manquait la bleue. Je l’avais. C’est ça, le commerce.`,
    pictures: [
      {
        file: 'galette',
        alt: 'Dessin : une galette des rois entamée, vue du dessus, avec de petites fèves en forme de tour et une couronne.',
      },
    ],
  },
  {
    key: 'trois-langues',
    founder: 200,
    signature: 'Karim',
    place: 'Bourtzwiller',
    circle: 'habitants',
    language: 'fr',
    tags: ['frontieres'],
    daysAgo: 8,
    text: `Infirmier à domicile, secteur Bourtzwiller. Je dis bonjour en français, je rassure en arabe, et je gronde en alsacien parce que c’est Mme Schmitt qui m’a appris et qu’elle ne m’a appris que ça. Quatorze patients ce matin, onze cafés refusés, trois acceptés, un gâteau dans le sac. On parle beaucoup de mon quartier à la télé. Venez plutôt boire le café.`,
  },
  {
    key: 'pierre-des-bavards',
    founder: 177,
    signature: 'Michel',
    place: 'Mulhouse',
    circle: 'habitants',
    language: 'fr',
    tags: ['culture'],
    daysAgo: 27,
    featured: true,
    text: `Je suis bénévole au musée historique, dans l’ancien hôtel de ville. C’est gratuit, et la moitié des colonnes de la façade sont peintes : les enfants essaient de passer la main derrière.

Ce qu’ils préfèrent, c’est le Klapperstein. Une tête en pierre qui tire la langue, à peu près douze kilos. On la pendait au cou de ceux qui disaient du mal des autres, et on leur faisait faire le tour de la ville, à l’envers sur un âne. La dernière fois c’était en 1781, à ce qu’on dit.

À la fin de la visite, je demande toujours : et aujourd’hui, on le mettrait à qui ? L’an dernier une petite fille a réfléchi et elle a dit « à personne, c’est trop lourd ». J’ai rangé mes papiers, je n’avais rien à ajouter.`,
    pictures: [
      {
        file: 'town-hall',
        alt: 'Dessin : la façade rouge de l’ancien hôtel de ville, ses colonnes peintes, son double escalier, et une tête de pierre qui tire la langue.',
      },
    ],
  },
  {
    key: 'marche-du-samedi',
    founder: 21,
    signature: 'Fatima',
    place: 'Lutterbach',
    circle: 'habitants',
    language: 'fr',
    tags: ['table'],
    daysAgo: 16,
    allows: ['club_site', 'partner_sites', 'newsletter'],
    text: `Le marché du samedi : je viens pour les oignons et je repars avec de la menthe, deux recettes, des nouvelles de Constantine et de Colmar, et évidemment sans les oignons.`,
    pictures: [
      {
        file: 'market',
        alt: 'Dessin : un étal de marché sous un auvent rayé rouge et blanc, des caisses de fruits et de légumes.',
      },
    ],
  },
  {
    key: 'fils-de-cheminot',
    founder: 79,
    signature: 'Daniel',
    place: 'Dornach',
    circle: 'habitants',
    language: 'fr',
    tags: ['industrie'],
    daysAgo: 55,
    allows: ['club_site', 'partner_sites'],
    text: `Mon père était cheminot. Le dimanche, au lieu de se reposer des trains, il nous emmenait les voir à la Cité du Train. Il posait la main sur les bielles comme sur l’encolure d’un cheval. J’y vais maintenant avec mon petit-fils ; il pose la main au même endroit, le métal est usé là. Peut-être que c’est nous.`,
  },
  {
    key: 'fil-du-rebberg',
    founder: 105,
    signature: 'Raphaël, Filature du Rebberg',
    place: 'Mulhouse',
    circle: 'entrepreneurs',
    language: 'fr',
    tags: ['industrie', 'culture'],
    daysAgo: 33,
    text: `Nous refaisons du tissu à Mulhouse. Petites séries, coton imprimé au cadre, douze personnes. Quand j’ai cherché un motif pour notre première collection, je suis allé au Musée de l’Impression sur Étoffes : plus de six millions d’échantillons et de documents, et une dame qui vous demande, très calmement, de quelle année vous rêvez.

J’ai répondu n’importe quoi, « 1830 ». Elle a ouvert un album. C’était exactement ça.

Les clients nous demandent si c’est un motif d’archive ou un motif nouveau. On répond que c’est le même fil.`,
    pictures: [
      {
        file: 'cloth',
        alt: 'Dessin : un tissu imprimé de fleurs rouges sur fond clair, le coin replié, avec une étiquette.',
      },
    ],
  },
  {
    key: 'greeter',
    founder: 190,
    signature: 'Catherine',
    place: 'Mulhouse',
    circle: 'habitants',
    language: 'fr',
    tags: ['culture'],
    daysAgo: 64,
    text: `Je suis greeter : je promène gratuitement des gens que je ne connais pas dans une ville que je croyais connaître. Un couple de Lille m’a demandé pourquoi il y avait un lavabo peint sur un mur du quai des Pêcheurs. Je n’en savais rien, je ne l’avais jamais vu. Depuis je lève la tête, et j’ai arrêté de dire « il n’y a rien à voir » avant même qu’on me pose la question. C’était notre phrase à tous, je crois. On l’apprenait avec l’alphabet.`,
  },
  {
    key: 'belvedere',
    founder: 90,
    signature: 'Thomas',
    place: 'Pfastatt',
    circle: 'habitants',
    language: 'fr',
    tags: ['nature', 'frontieres'],
    daysAgo: 5,
    text: `Le Belvédère un soir de novembre, après la pluie : les Alpes d’un côté, les Vosges de l’autre, la Forêt-Noire en face, et en bas les cheminées qui font comme des points d’exclamation. Trois pays, un banc, ma sœur, un thermos.`,
    pictures: [
      {
        file: 'skyline',
        alt: 'Dessin : la ville au couchant, avec ses cheminées, son temple et sa tour, devant un grand soleil rouge et des collines.',
      },
    ],
  },
  {
    key: 'film-du-tram',
    founder: 198,
    signature: 'Stéphane, illustrateur',
    place: 'Mulhouse',
    circle: 'habitants',
    language: 'fr',
    tags: ['culture'],
    daysAgo: 1,
    featured: true,
    text: `J’ai dessiné mon trajet du matin, image par image, à la table de la cuisine. Dix secondes, et six mois de petits déjeuners. Le conducteur m’a dit que le vrai allait plus vite. Je lui ai dit que le mien s’arrêtait moins.`,
    film: {
      file: 'tram',
      transcript:
        'Film muet, dessiné. Un tram jaune traverse la ville de gauche à droite, devant des maisons, un temple, une cheminée et une tour. Le soleil monte. Le tram passe sous trois grands arcs rayés de rouge et de blanc, puis disparaît. Les sous-titres disent : « Le matin. Il passe devant ma fenêtre. Il emmène tout le monde. Et la ville est réveillée. »',
      captions: [
        {
          language: 'fr',
          cues: [
            [0.4, 2.4, 'Le matin.'],
            [2.6, 5, 'Il passe devant ma fenêtre.'],
            [5.2, 7.6, 'Il emmène tout le monde.'],
            [7.8, 9.8, 'Et la ville est réveillée.'],
          ],
        },
        {
          language: 'de',
          cues: [
            [0.4, 2.4, 'Am Morgen.'],
            [2.6, 5, 'Sie fährt an meinem Fenster vorbei.'],
            [5.2, 7.6, 'Alle fahren mit.'],
            [7.8, 9.8, 'Und die Stadt ist wach.'],
          ],
        },
      ],
    },
  },
  {
    key: 'metteur-en-scene',
    founder: 3,
    signature: 'Victor E., metteur en scène à la retraite',
    place: null,
    circle: 'vip',
    language: 'fr',
    tags: ['culture'],
    daysAgo: 73,
    featured: true,
    text: `J’ai mis en scène quarante spectacles dans onze pays et l’on m’a partout posé la même question, avec la même grimace : Mulhouse, vraiment ?

Vraiment. J’ai appris mon métier dans un théâtre installé sur l’eau d’un canal, avec pour décor, de l’autre côté de la vitre, des grues et des péniches. J’ai vu des ouvriers du soir entrer dans la salle avec leur sac, s’asseoir au dernier rang, et rire une demi-seconde avant les autres parce qu’ils avaient compris plus vite.

On me disait : il n’y a pas de public, là-bas. Il y avait un public. Il travaillait jusqu’à vingt heures, voilà tout. Nous avons décalé la représentation d’une demi-heure et la salle a été pleine.

Depuis, quand une ville me dit qu’elle n’a pas de public, je demande à quelle heure il finit. C’est la seule théorie du théâtre que j’aie jamais eue, et elle est d’ici.

À la fin, quand la salle est vide, on laisse une lampe allumée au milieu du plateau. Les Anglais l’appellent la lampe des fantômes. Chez nous, le régisseur disait simplement : « Laisse, c’est pour demain. »`,
    pictures: [
      {
        file: 'stage',
        alt: 'Dessin : une scène vide entre deux rideaux rouges, une seule lampe allumée au milieu.',
      },
    ],
  },
  {
    key: 'chocolat-chaud',
    founder: 29,
    signature: 'Mathilde',
    place: null,
    circle: 'habitants',
    language: 'fr',
    tags: [],
    daysAgo: 2,
    allows: ['club_site'],
    text: `Partie dix ans. Revenue pour un week-end. C’était il y a quatre ans.`,
  },
  {
    key: 'dakar-mulhouse',
    founder: 8,
    signature: 'Gaëlle',
    place: 'Dakar',
    circle: 'habitants',
    language: 'fr',
    tags: ['ailleurs'],
    daysAgo: 48,
    allows: ['club_site', 'partner_sites', 'social'],
    text: `Ici à Dakar, dans les ateliers de couture, il y a encore des bobines de fil à broder avec trois lettres que je connais par cœur. La première fois j’ai dit à la couturière : ça vient de chez moi. Elle a levé un sourcil. Je lui ai montré sur la carte. Elle a dit : « C’est tout petit, pour tant de fil. » Je n’ai jamais entendu meilleure définition de Mulhouse.`,
  },
  {
    key: 'video-du-carnaval',
    founder: 197,
    signature: 'Pierre',
    place: 'Kingersheim',
    circle: 'habitants',
    language: 'fr',
    tags: ['culture'],
    daysAgo: 22,
    link: 'https://www.youtube.com/watch?v=demo-flamme',
    text: `Trente-deux ans que je sors au carnaval avec la même clique et le même tambour. Ma fille nous a filmés depuis le trottoir, on voit surtout le dos du monsieur devant, mais on entend tout.`,
  },
  {
    key: 'menuiserie',
    founder: 66,
    signature: 'Antoine, Menuiserie de la Doller',
    place: 'Vallée de la Doller',
    circle: 'entrepreneurs',
    language: 'fr',
    tags: ['industrie'],
    daysAgo: 29,
    reported: {
      reason: 'advertising',
      text: 'On dirait une réclame pour sa menuiserie plutôt qu’un témoignage sur la ville.',
    },
    text: `Les volets des maisons de la Cité, c’est nous, menuisiers depuis trois générations. Un jour une cliente m’a rendu un volet de 1920 pour copie : au dos, au crayon, il y avait la signature de mon arrière-grand-père et le score d’un match. Je lui ai fait le neuf, j’ai gardé l’ancien, et je signe aussi, maintenant. Sans le score, on a beaucoup perdu cette année.`,
  },
  {
    key: 'en-attente-piscine',
    founder: 194,
    signature: 'Mathilde G.',
    place: 'Mulhouse',
    circle: 'habitants',
    language: 'fr',
    tags: [],
    daysAgo: 0,
    pending: true,
    text: `Le square derrière la place de la Réunion, entre midi et deux, quand les gens des bureaux et les enfants du périscolaire se disputent le même banc. Je mange mon sandwich debout et je regarde. C’est mon théâtre.`,
  },
];
