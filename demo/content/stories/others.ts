import type { DemoStory } from './story.ts';

/** The city speaks more languages than the club's four. */
export const otherStories: DemoStory[] = [
  {
    key: 'bicicletta',
    founder: 182,
    signature: 'Marco',
    place: 'Thann',
    circle: 'habitants',
    language: 'it',
    tags: ['frontieres', 'nature'],
    daysAgo: 35,
    text: `Mio nonno è arrivato da Bergamo per posare i binari, io prendo ogni mattina il tram-treno che ci passa sopra. Da Thann si scende tra le vigne e in mezz’ora si è in città. Il controllore mi saluta in italiano da quando ha saputo la storia: «Buongiorno, padrone».`,
  },
  {
    key: 'simit',
    founder: 70,
    signature: 'Emre',
    place: 'Mulhouse',
    circle: 'habitants',
    language: 'tr',
    tags: ['table'],
    daysAgo: 15,
    text: `Annem pazarda domatesi koklayarak seçer. Yanındaki yaşlı Alsaslı teyze de öyle yapıyormuş. Yirmi yıldır her cumartesi yan yana domates kokluyorlar; aynı dili konuşmuyorlar ama kimse onlara kötü domates satamıyor.`,
  },
  {
    key: 'sabah',
    founder: 86,
    signature: 'نورا',
    place: 'Mulhouse',
    circle: 'habitants',
    language: 'ar',
    tags: ['frontieres', 'culture'],
    daysAgo: 10,
    text: `جئتُ إلى مولوز في الشتاء ولم أكن أعرف أحدًا. في المكتبة سألتُ عن كتاب بالعربية، فأعطتني الموظفة ثلاثة كتب وعنوان جارةٍ لها. صارت الجارة صديقتي، وصارت الصديقة خالةً لابنتي.

عندما يسألني أهلي: كيف هي المدينة؟ أقول: صغيرة، تمطر كثيرًا، ولا تتركك وحدك.`,
  },
];
