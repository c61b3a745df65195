import type { ExportTexts } from './terms.ts';

export const exportTexts: ExportTexts = {
  title: 'Daten des Clubs exportieren',
  lead: 'Jede Datei enthält alle Zeilen, die ältesten zuerst. Nichts wird verändert.',
  duty: 'Diese Dateien enthalten personenbezogene Daten: Bewahren Sie sie sicher auf und löschen Sie sie nach Gebrauch. Jeder Export steht mit Ihrem Namen im Protokoll.',
  kinds: {
    members: {
      title: 'Mitglieder',
      text: 'Was jede Person beim Beitritt angegeben hat. Wer ausgetreten ist, hat darin weder Namen noch Adresse.',
    },
    stories: {
      title: 'Geschichten',
      text: 'Was dem Club anvertraut wurde, mit dem Stand. Weder Entwürfe noch Zurückgezogenes.',
    },
    consents: {
      title: 'Einwilligungen',
      text: 'Der Nachweis, wozu, wann, wo und in welcher Sprache eingewilligt wurde.',
    },
    attribution: { title: 'Herkunft', text: 'Über welchen Partner, welche Seite und welche Kampagne jemand kam.' },
  },
  formats: { csv: 'CSV', json: 'JSON' },
  of: (title) => `(${title})`,
  console: 'Zurück zur Konsole',
};
