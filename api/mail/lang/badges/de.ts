import type { BadgeMailTerms } from './terms.ts';

/** German. */
export const de: BadgeMailTerms = {
  ending: (until) => ({
    subject: `Ihr Badge endet am ${until}`,
    preview: 'Melden Sie sich einmal an, und er bleibt.',
    heading: 'Behalten Sie Ihren Badge',
    paragraphs: [
      `Ihr Badge gilt bis zum ${until}. Ein Badge muss wahr sein: Ohne Lebenszeichen in dreizehn Monaten erlischt er.`,
      'Melden Sie sich einmal an, und er bleibt: dreizehn Monate länger, unter derselben Adresse. Wo Sie ihn zeigen, ist nichts zu ändern.',
    ],
    button: 'Meinen Badge behalten',
    notes: [
      'Sie möchten ihn nicht mehr? Dann tun Sie nichts: Er endet von selbst, und Ihre Mitgliedschaft geht weiter.',
    ],
    reason: 'Sie erhalten diese Nachricht, weil Sie Mitglied des Clubs sind und Ihr Badge bald endet.',
  }),
  domainMissing: ({ domain, since, until, record, file }) => ({
    subject: `Badge für ${domain}: Der Nachweis fehlt`,
    preview: `Stellen Sie ihn bis zum ${until} wieder her, und der Badge bleibt.`,
    heading: `Auf ${domain} fehlt der Nachweis`,
    paragraphs: [
      `Seit dem ${since} finden wir nicht mehr, was beweist, dass ${domain} Ihnen gehört. Noch gilt der Badge; ohne Nachweis endet er am ${until}.`,
      'Stellen Sie eines von beiden wieder her: Wir sehen jeden Tag nach.',
      `Im DNS einen TXT-Eintrag mit dem Namen ${record.name} und dem Wert ${record.value}`,
      `Oder auf der Website ${domain} unter ${file.path} eine Datei mit dem Inhalt ${file.content}`,
    ],
    button: 'Meine Badges öffnen',
    notes: ['Die Domain gehört Ihnen nicht mehr? Dann tun Sie nichts: Der Badge endet von selbst.'],
    reason: `Sie erhalten diese Nachricht, weil Sie für ${domain} einen Unternehmens-Badge angefordert haben.`,
  }),
  domainLost: ({ domain, days }) => ({
    subject: `Der Badge für ${domain} ist beendet`,
    preview: 'Stellen Sie den Nachweis wieder her, und er kommt zurück.',
    heading: `Der Badge für ${domain} ist beendet`,
    paragraphs: [
      `${days} Tage lang hat nichts bewiesen, dass ${domain} Ihnen gehört. Der Badge gilt nicht mehr; wo immer er steht, sagt er es selbst.`,
      'Um ihn zurückzubekommen, fordern Sie ihn auf der Seite Ihrer Badges noch einmal an und stellen den Nachweis wieder her, der dort steht. Er kommt unter derselben Adresse zurück.',
    ],
    button: 'Meine Badges öffnen',
    notes: ['Ihre Mitgliedschaft geht weiter, und Ihr persönlicher Badge auch.'],
    reason: `Sie erhalten diese Nachricht, weil Sie für ${domain} einen Unternehmens-Badge angefordert haben.`,
  }),
  reported: (reason) => ({
    subject: 'Ein Badge wurde gemeldet',
    preview: reason,
    heading: 'Ein Badge wurde gemeldet',
    paragraphs: [
      `Gewählter Grund: ${reason}.`,
      'Alles Weitere steht in der Konsole: Hier steht nichts von dem, was geschrieben wurde.',
    ],
    button: 'Meldungen ansehen',
    notes: [],
    reason: 'Sie erhalten diese Nachricht, weil Sie zum Team des Clubs gehören.',
  }),
  reasons: {
    not_theirs: 'Der Badge gehört nicht der Person, die ihn zeigt',
    wrong_site: 'Der Badge steht auf einer Website, für die er nicht gilt',
    misleading: 'Der Badge soll etwas anderes vortäuschen',
    other: 'Ein anderer Grund',
  },
};
