import type { ReasonTexts } from './terms.ts';

export const reasonTexts: ReasonTexts = {
  refusal: {
    off_topic: 'Die Geschichte handelt nicht von der Stadt oder ihrer Region.',
    advertising: 'Die Geschichte ist Werbung.',
    personal_data: 'Die Geschichte gibt persönliche Angaben preis.',
    people_not_agreed: 'Menschen sind zu erkennen, deren Einverständnis nicht sicher ist.',
    minor_shown: 'Man erkennt eine minderjährige Person.',
    rights: 'Ein Bild oder ein Text scheint jemand anderem zu gehören.',
    hateful: 'Die Geschichte enthält Hass oder Diskriminierung.',
    insulting: 'Die Geschichte greift eine Person an.',
    untrue: 'Eine wichtige Tatsache stimmt nicht.',
    illegal: 'Die Geschichte scheint gegen das Gesetz zu verstoßen.',
    quality: 'Bild oder Ton lassen sich nicht verfolgen.',
    other: 'Ein anderer Grund, unten erklärt.',
  },
  report: {
    hateful: 'Hass oder Diskriminierung',
    insulting: 'Beleidigung oder Belästigung',
    untrue: 'Falsche, irreführende Angabe',
    personal_data: 'Persönliche Daten von jemandem',
    shows_me: 'Man sieht mich ohne mein Einverständnis',
    rights: 'Verletzung von Urheber- oder Markenrecht',
    advertising: 'Werbung',
    child_abuse: 'Sexueller Missbrauch von Minderjährigen',
    illegal: 'Anderer rechtswidriger Inhalt',
    other: 'Anderer Grund',
  },
};
