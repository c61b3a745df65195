import type { StoryMailTerms } from './terms.ts';

const object = (until: string) => [
  `Sie sind nicht einverstanden? Sagen Sie es bis zum ${until}, kostenlos, auf der Seite Ihrer Geschichten: Jemand anderes als die Person, die entschieden hat, liest alles noch einmal. Sie können auch ein Gericht anrufen.`,
  'Entschieden hat ein Mensch, ohne jede automatische Verarbeitung.',
];

/** German. */
export const de: StoryMailTerms = {
  published: ({ excerpt }) => ({
    subject: 'Ihre Geschichte ist online',
    preview: 'Danke, dass Sie die Flamme tragen.',
    heading: 'Ihre Geschichte ist online',
    paragraphs: [
      `„${excerpt}“`,
      'Sie erscheint dort, wo Sie es erlaubt haben. Teilen Sie sie: Jede Geschichte macht Lust auf eine weitere.',
    ],
    button: 'Meine Geschichte ansehen',
    notes: ['Sie können sie jederzeit ändern, zurückziehen oder anders freigeben, auf der Seite Ihrer Geschichten.'],
    reason: 'Sie erhalten diese Nachricht, weil Sie dem Club eine Geschichte gesandt haben.',
  }),
  refused: ({ excerpt, reason, text, until }) => ({
    subject: 'Ihre Geschichte kann so nicht erscheinen',
    preview: reason,
    heading: 'Ihre Geschichte kann so nicht erscheinen',
    paragraphs: [
      `„${excerpt}“`,
      `${reason} Das verlangt die Charta des Clubs.`,
      text,
      'Nichts ist verloren: Ihre Geschichte ist da, Sie können sie überarbeiten und noch einmal senden.',
    ],
    button: 'Geschichte überarbeiten',
    notes: object(until),
    reason: 'Sie erhalten diese Nachricht, weil Sie dem Club eine Geschichte gesandt haben.',
  }),
  removed: ({ excerpt, reason, text, until }) => ({
    subject: 'Ihre Geschichte wurde entfernt',
    preview: reason,
    heading: 'Ihre Geschichte wurde entfernt',
    paragraphs: [
      `„${excerpt}“`,
      `Sie erscheint auf keiner Website mehr. ${reason} Das verlangt die Charta des Clubs.`,
      text,
      'Für Sie ist sie noch da: Sie können sie überarbeiten und neu senden.',
    ],
    button: 'Meine Geschichten öffnen',
    notes: object(until),
    reason: 'Sie erhalten diese Nachricht, weil der Club eine Geschichte von Ihnen veröffentlicht hat.',
  }),
  appealDecided: ({ excerpt, upheld, answer }) => ({
    subject: upheld
      ? 'Sie hatten recht: Die Entscheidung ist aufgehoben'
      : 'Die Entscheidung über Ihre Geschichte bleibt',
    preview: 'Jemand anderes hat alles noch einmal gelesen.',
    heading: upheld ? 'Sie hatten recht' : 'Die Entscheidung bleibt',
    paragraphs: [
      `„${excerpt}“`,
      'Jemand anderes als die Person, die entschieden hatte, hat alles noch einmal gelesen. Hier die Antwort:',
      answer,
    ],
    button: 'Meine Geschichten öffnen',
    notes: ['Sie können auch ein Gericht anrufen.', 'Geantwortet hat ein Mensch, ohne jede automatische Verarbeitung.'],
    reason: 'Sie erhalten diese Nachricht, weil Sie einer Entscheidung des Clubs widersprochen haben.',
  }),
  reportReceipt: ({ receipt, reason, url }) => ({
    subject: `Ihre Meldung ${receipt} ist angekommen`,
    preview: 'Ein Mensch wird sie lesen.',
    heading: 'Ihre Meldung ist angekommen',
    paragraphs: [
      `Nummer: ${receipt}. Grund: ${reason}.`,
      'Jemand vom Club liest diese Geschichte noch einmal und antwortet Ihnen dann. Ihr Name und Ihre Adresse werden weder der Autorin oder dem Autor gezeigt noch denen, die prüfen.',
    ],
    button: 'Geschichte ansehen',
    notes: [
      `Gemeldete Adresse: ${url}`,
      'Sie haben nichts gemeldet? Jemand hat sich in der Adresse geirrt: Sie brauchen nichts zu tun.',
    ],
    reason: 'Sie erhalten diese Nachricht, weil Ihre Adresse mit einer Meldung angegeben wurde.',
  }),
  reportDecided: ({ receipt, upheld, answer }) => ({
    subject: upheld ? `Meldung ${receipt}: Die Geschichte ist entfernt` : `Meldung ${receipt}: Die Geschichte bleibt`,
    preview: 'Ein Mensch hat die Geschichte geprüft.',
    heading: upheld ? 'Die Geschichte ist entfernt' : 'Die Geschichte bleibt online',
    paragraphs: ['Jemand vom Club hat die gemeldete Geschichte geprüft. Hier die Antwort:', answer],
    button: 'Seite des Clubs öffnen',
    notes: [
      'Sie sind nicht einverstanden? Schreiben Sie an die Kontaktadresse des Clubs, unten, und nennen Sie die Nummer. Sie können auch ein Gericht anrufen.',
      'Entschieden hat ein Mensch, ohne jede automatische Verarbeitung.',
    ],
    reason: 'Sie erhalten diese Nachricht, weil Ihre Adresse mit einer Meldung angegeben wurde.',
  }),
};
