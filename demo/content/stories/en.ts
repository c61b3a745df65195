import type { DemoStory } from './story.ts';

export const englishStories: DemoStory[] = [
  {
    key: 'toronto',
    founder: 123,
    signature: 'Nicolas M.',
    place: 'Toronto',
    circle: 'habitants',
    language: 'en',
    tags: ['ailleurs', 'industrie'],
    daysAgo: 14,
    featured: true,
    text: `My grandfather wound embroidery thread at DMC for thirty-one years. I build control software in Toronto, and until two years ago I had never been to Mulhouse. He never told stories. He hummed.

I went with my daughter. The guide at the old site asked why we had come, and I said his name, feeling silly. She took us up to the second floor, pointed at a row of marks on the boards and said: that is where the winding machines stood. My daughter stood on a mark and said, “It’s the size of your desk.” There are painters there now. One of them was humming.

I joined the club from my phone, in the stairwell.`,
  },
  {
    key: 'kilometre-zero',
    founder: 134,
    signature: 'Claire',
    place: 'KMØ, Fonderie',
    circle: 'entrepreneurs',
    language: 'en',
    tags: ['industrie'],
    daysAgo: 25,
    text: `We started our company in a hall where they used to build locomotives. It is called KMØ, after kilometre zero of one of the first railways around here, which is either a very good name for a place full of start-ups or a very bad one, depending on the week.

What I tell people abroad: our first customer was a factory eight minutes away by bike. They had a problem that was three generations old. They showed us, made us coffee, and let us break it twice before we fixed it. You cannot buy that in a bigger city. Nobody there has eight minutes.`,
  },
  {
    key: 'zoo',
    founder: 52,
    signature: 'Samira, volunteer',
    place: 'Mulhouse',
    circle: 'habitants',
    language: 'en',
    tags: ['nature'],
    daysAgo: 44,
    text: `I volunteer at the zoo on the Rebberg on Sundays. Children ask if the polar bear is cold. I say: are you, in your own bed? Then they look at the bear for a really long time, which is the whole point of the job.`,
    pictures: [
      {
        file: 'bear',
        alt: 'Drawing: a polar bear on an ice floe, a low red sun behind it.',
      },
    ],
  },
  {
    key: 'ines-k',
    founder: 60,
    signature: 'Inès K.',
    place: 'Brunstatt',
    circle: 'vip',
    language: 'en',
    tags: ['ailleurs'],
    daysAgo: 31,
    featured: true,
    text: `I have swum in pools with forty cameras. The one I see when I close my eyes is at home, lane four, at six in the morning, when the water is so flat you feel rude getting in.

In interviews abroad they ask where I am from, and then they ask where that is. I used to say “near Basel”. My coach heard it once on television. He did not say anything; he just wrote MULHOUSE on my kickboard, in marker, upside down, so that I would read it on every length.

I say Mulhouse now. It takes longer to explain. I have time, I’m fast.`,
    pictures: [
      {
        file: 'pool',
        alt: 'Drawing: an empty swimming pool from above, lane ropes in red and white, one red cap in the water.',
      },
    ],
  },
  {
    key: 'why-not',
    founder: 40,
    signature: 'Antoine',
    place: null,
    circle: 'habitants',
    language: 'en',
    tags: [],
    daysAgo: 11,
    text: `People here say sorry for their city before you have seen it. Then they show you around for six hours.`,
  },
  {
    key: 'pending-bridge',
    founder: 101,
    signature: 'Noé',
    place: 'Illzach',
    circle: 'entrepreneurs',
    language: 'en',
    tags: [],
    daysAgo: 0,
    pending: true,
    text: `I moved the office here because of a train timetable and stayed because of a lunch table. There is one long one at the place round the corner, you sit where there is room, and by Thursday you know a lawyer, a welder and somebody who can get you lemon trees.`,
    pictures: [
      {
        file: 'tram',
        alt: 'Drawing: a yellow tram passing under striped arches, the roofs of the city behind it.',
      },
    ],
  },
];
