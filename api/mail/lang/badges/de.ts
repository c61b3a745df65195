import type { BadgeMailTerms } from './terms.ts';

/** German. */
export const de: BadgeMailTerms = {
  ending: (until) => ({
    subject: `Ihr Abzeichen endet am ${until}`,
    preview: 'Melden Sie sich einmal an, und es bleibt.',
    heading: 'Behalten Sie Ihr Abzeichen',
    paragraphs: [
      `Ihr Abzeichen gilt bis zum ${until}. Ein Abzeichen muss wahr sein: Ohne Lebenszeichen in dreizehn Monaten erlischt es.`,
      'Melden Sie sich einmal an, und es bleibt: dreizehn Monate länger, unter derselben Adresse. Wo Sie es zeigen, ist nichts zu ändern.',
    ],
    button: 'Mein Abzeichen behalten',
    notes: [
      'Sie möchten es nicht mehr? Dann tun Sie nichts: Es endet von selbst, und Ihre Mitgliedschaft geht weiter.',
    ],
    reason: 'Sie erhalten diese Nachricht, weil Sie Mitglied des Clubs sind und Ihr Abzeichen bald endet.',
  }),
  domainMissing: ({ domain, since, until, record, file }) => ({
    subject: `Abzeichen für ${domain}: Der Nachweis fehlt`,
    preview: `Stellen Sie ihn bis zum ${until} wieder her, und das Abzeichen bleibt.`,
    heading: `Auf ${domain} fehlt der Nachweis`,
    paragraphs: [
      `Seit dem ${since} finden wir nicht mehr, was beweist, dass ${domain} Ihnen gehört. Noch gilt das Abzeichen; ohne Nachweis endet es am ${until}.`,
      'Stellen Sie eines von beiden wieder her: Wir sehen jeden Tag nach.',
      `Im DNS einen TXT-Eintrag mit dem Namen ${record.name} und dem Wert ${record.value}`,
      `Oder auf der Website ${domain} unter ${file.path} eine Datei mit dem Inhalt ${file.content}`,
    ],
    button: 'Meine Abzeichen öffnen',
    notes: ['Die Domain gehört Ihnen nicht mehr? Dann tun Sie nichts: Das Abzeichen endet von selbst.'],
    reason: `Sie erhalten diese Nachricht, weil Sie für ${domain} ein Abzeichen für Unternehmen angefordert haben.`,
  }),
  domainLost: ({ domain, days }) => ({
    subject: `Das Abzeichen für ${domain} hat geendet`,
    preview: 'Stellen Sie den Nachweis wieder her, und es kommt zurück.',
    heading: `Das Abzeichen für ${domain} hat geendet`,
    paragraphs: [
      `${days} Tage lang hat nichts bewiesen, dass ${domain} Ihnen gehört. Das Abzeichen gilt nicht mehr; wo immer es steht, sagt es das selbst.`,
      'Um es zurückzubekommen, fordern Sie es auf der Seite Ihrer Abzeichen noch einmal an und stellen den Nachweis wieder her, der dort steht. Es kommt unter derselben Adresse zurück.',
    ],
    button: 'Meine Abzeichen öffnen',
    notes: ['Ihre Mitgliedschaft geht weiter, und Ihr persönliches Abzeichen auch.'],
    reason: `Sie erhalten diese Nachricht, weil Sie für ${domain} ein Abzeichen für Unternehmen angefordert haben.`,
  }),
  reported: (reason) => ({
    subject: 'Ein Abzeichen wurde gemeldet',
    preview: reason,
    heading: 'Ein Abzeichen wurde gemeldet',
    paragraphs: [
      `Gewählter Grund: ${reason}.`,
      'Alles Weitere steht in der Konsole: Hier steht nichts von dem, was geschrieben wurde.',
    ],
    button: 'Meldungen ansehen',
    notes: [],
    reason: 'Sie erhalten diese Nachricht, weil Sie zum Team des Clubs gehören.',
  }),
  reasons: {
    not_theirs: 'Das Abzeichen gehört nicht der Person, die es zeigt',
    wrong_site: 'Das Abzeichen steht auf einer Website, für die es nicht gilt',
    misleading: 'Das Abzeichen soll etwas anderes vortäuschen',
    other: 'Ein anderer Grund',
  },
};
