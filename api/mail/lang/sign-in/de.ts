import type { CodeWording } from '../terms.ts';

export const signIn = (minutes: number): CodeWording => ({
  subject: 'Ihr Code zum Anmelden',
  preview: `Sechs Ziffern, ${minutes} Minuten gültig.`,
  heading: 'Ihr Code',
  paragraphs: ['Tippen Sie diese sechs Ziffern auf der Seite ein, auf der Sie danach gefragt haben:'],
  label: 'Code:',
  notes: [
    `Er gilt ab Ihrer Anfrage ${minutes} Minuten und nur einmal. Haben Sie mehrere angefordert, zählt die letzte E-Mail.`,
    'Geben Sie ihn niemandem weiter: Der Club fragt Sie nie danach, weder am Telefon noch in einer Nachricht.',
    'Sie haben nichts angefordert? Dann tun Sie nichts: Ohne diesen Code kommt niemand hinein.',
  ],
  reason: 'Sie erhalten diese Nachricht, weil auf einer Seite des Clubs ein Code für Ihre Adresse angefordert wurde.',
});
