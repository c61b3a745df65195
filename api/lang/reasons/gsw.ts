import type { ReasonTexts } from './terms.ts';

export const reasonTexts: ReasonTexts = {
  refusal: {
    off_topic: 'D’Gschìcht redt nìt vu dr Stàdt un nìt vu dr Gegend.',
    advertising: 'D’Gschìcht ìsch Reklàm.',
    personal_data: 'D’Gschìcht gìbt perseenlìgi Sàcha bris.',
    people_not_agreed: 'Ma kennt Lìt, un ’s ìsch nìt sìcher, dàss sa iverstànda sìn.',
    minor_shown: 'Ma kennt ebber, wu noch nìt volljährig ìsch.',
    rights: 'A Bìld oder a Text schint ebber àndersch z’ghera.',
    hateful: 'Ìn dr Gschìcht ìsch Hàss oder Diskriminiarung.',
    insulting: 'D’Gschìcht geht uf a Mansch los.',
    untrue: 'Ebbis Wìchtigs stìmmt nìt.',
    illegal: 'D’Gschìcht schint geja ’s Gsetz z’sìì.',
    quality: 'Ma kàt ’m Bìld oder ’m Ton nìt folga.',
    other: 'A àndrer Grund, unta erklärt.',
  },
  report: {
    hateful: 'Hàss oder Diskriminiarung',
    insulting: 'Beleidigung oder Plogerèi',
    untrue: 'Fàlscha Àngàb, wu d’Lìt irrfìahrt',
    personal_data: 'Perseenlìgi Sàcha vu ebber',
    shows_me: 'Ma gseht mìch, un ich bì nìt iverstànda',
    rights: 'Geja ’s Urheewer- oder Màrkarecht',
    advertising: 'Reklàm',
    child_abuse: 'Sexuella Missbrüch vu Kìnder',
    illegal: 'Ebbis Àndersch geja ’s Gsetz',
    other: 'A àndrer Grund',
  },
};
