import { dateIn } from '../format.ts';
import type { StoryPageTerms } from './terms.ts';

const date = dateIn('de');

export const storyPageTerms: StoryPageTerms = {
  list: {
    title: 'Geschichten',
    lead: (city) =>
      `Was Menschen von hier, von nebenan und aus der Ferne über ${city} erzählen, mit ihren Worten und in ihrer Sprache.`,
    filter: 'Geschichten auswählen',
    labels: { circle: 'Kreis', kind: 'Form', language: 'Sprache', tag: 'Thema' },
    any: { circle: 'Alle Kreise', kind: 'Alle Formen', language: 'Alle Sprachen', tag: 'Alle Themen' },
    kinds: { text: 'Text', photo: 'Fotos', video: 'Video' },
    apply: 'Auswählen',
    reset: 'Alles zeigen',
    none: 'Dazu gibt es noch keine Geschichte. Vielleicht wird es Ihre.',
    readOn: (author) => `Die Geschichte von ${author} weiterlesen`,
    open: (author) => `Die Geschichte von ${author} öffnen`,
    more: 'Weitere Geschichten',
    first: 'Zurück zum Anfang',
    tell: 'Selbst erzählen',
  },
  story: {
    title: (author) => `Die Geschichte von ${author}`,
    all: 'Alle Geschichten',
    published: (day) => `Erschienen am ${date(day)}`,
    partner: (name) => `Erzählt bei ${name}`,
    transcript: 'Das Video in Worten',
    duration: (seconds) => `Video, ${seconds} Sekunden`,
    film: 'Video herunterladen',
    link: {
      youtube: 'Das Video bei YouTube ansehen',
      vimeo: 'Das Video bei Vimeo ansehen',
      instagram: 'Das Video bei Instagram ansehen',
      facebook: 'Das Video bei Facebook ansehen',
    },
    linkNote: 'Dieser Link verlässt die Seite des Clubs. Solange Sie ihm nicht folgen, erfährt der Dienst nichts.',
    picture: (author, city) => `Auszug aus der Geschichte von ${author}, Botschafterin oder Botschafter von ${city}`,
    share: {
      title: 'Teilen',
      mail: 'Per E-Mail',
      on: (site) => `Auf ${site} teilen`,
    },
    report: 'Diese Geschichte melden',
    gone: {
      title: 'Diese Geschichte ist nicht hier',
      text: 'Vielleicht wurde sie zurückgezogen, oder die Adresse ist unvollständig. Die anderen Geschichten sind noch da.',
    },
  },
  report: {
    title: 'Eine Geschichte melden',
    about: (author) => `Sie melden die Geschichte von ${author}:`,
    lead: 'Ein Mensch aus dem Team liest sie, entscheidet und antwortet Ihnen. Sie brauchen kein Konto.',
    labels: {
      reason: 'Was werfen Sie dieser Geschichte vor?',
      text: 'Was nicht stimmt, in Ihren Worten',
      name: 'Ihr Name',
      email: 'Ihre E-Mail-Adresse',
      goodFaith: 'Ich glaube nach bestem Wissen, dass meine Angaben richtig und vollständig sind.',
    },
    hints: {
      text: 'Welche Stelle, welches Bild, welcher Moment im Video? Das hilft, schnell zu entscheiden.',
      name: 'Er wird niemandem außerhalb des Teams genannt, auch nicht der Verfasserin oder dem Verfasser.',
      email: 'Nur für die Bestätigung und die Antwort. Beispiel: camille@beispiel.de',
    },
    nameless: 'Wer sexuellen Missbrauch von Minderjährigen meldet, muss weder Namen noch Adresse nennen.',
    submit: 'Meldung senden',
    errors: {
      reason: 'Wählen Sie einen Grund aus der Liste.',
      text: 'Schreiben Sie in wenigen Worten, was nicht stimmt, höchstens 2.000 Zeichen.',
      name: 'Schreiben Sie Ihren Namen.',
      email: 'Schreiben Sie Ihre Adresse, zum Beispiel camille@beispiel.de.',
      goodFaith: 'Setzen Sie das Häkchen, um zu senden.',
    },
    done: {
      title: 'Danke, Ihre Meldung ist angekommen',
      text: 'Ein Mensch aus dem Team wird sie lesen. Bis zur Entscheidung bleibt die Geschichte sichtbar.',
      number: (receipt) => `Nummer Ihrer Meldung: ${receipt}`,
      points: [
        'Haben Sie eine Adresse angegeben, erhalten Sie eine Bestätigung und später die Entscheidung mit ihren Gründen.',
        'Ihr Name und Ihre Adresse werden gelöscht, sobald keine Antwort mehr aussteht.',
      ],
    },
    back: 'Zurück zur Geschichte',
  },
  kit: {
    title: 'Für die sozialen Netzwerke',
    lead: 'Bilder und Text dieser Geschichte, fertig für die Facebook-Seite und das Instagram-Konto des Clubs.',
    notAllowed: {
      title: 'Diese Geschichte kommt nicht in soziale Netzwerke',
      text: 'Die Erlaubnis dafür fehlt, oder die Geschichte ist nicht veröffentlicht. Den Link zu ihrer Seite dürfen Sie teilen, sobald sie öffentlich ist.',
    },
    pictures: 'Bilder',
    shapes: { og: 'Querformat, für Facebook', portrait: 'Hochformat, für Instagram' },
    photo: (position) => `Foto ${position}`,
    film: 'Video',
    alt: 'Alternativtext, der mit dem Bild kopiert wird:',
    download: 'Herunterladen',
    text: 'Text zum Kopieren',
    textHint: 'Die Worte bleiben, wie sie sind: Kürzen geht, Umschreiben nicht.',
    post: 'Wo es erscheint',
    facebook: 'Die Facebook-Seite des Clubs',
    instagram: 'Das Instagram-Konto des Clubs',
  },
  home: { title: 'So erzählen sie es', all: 'Alle Geschichten lesen' },
  embed: { title: (club) => `Geschichten: ${club}` },
};
