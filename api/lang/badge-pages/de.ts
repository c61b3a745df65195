import { dateIn } from '../format.ts';
import type { BadgePageTerms } from './terms.ts';

const date = dateIn('de');

export const badgePageTerms: BadgePageTerms = {
  page: {
    valid: 'Dieses Abzeichen gilt',
    ended: 'Dieses Abzeichen gilt nicht mehr',
    checked: (day, time) => `Gerade eben geprüft, am ${date(day)} um ${time}.`,
    person: (club) => `Es gehört einem Mitglied: ${club}.`,
    business: (club) => `Es gehört einem Unternehmen, das Mitglied ist: ${club}.`,
    onlyOn: (domain) => `Gilt nur auf ${domain}. Auf jeder anderen Website bedeutet es nichts.`,
    endedOn: (day) => `Es endete am ${date(day)}.`,
    endedText:
      'Ein Abzeichen, das noch mit dieser Adresse gezeigt wird, stimmt nicht mehr, wie auch immer es aussieht.',
    labels: {
      name: 'Getragen von',
      circle: 'Kreis',
      since: 'Mitglied seit',
      until: 'Gültig bis',
      domain: 'Gültig auf',
      club: 'Verliehen von',
    },
    day: date,
    nameless: 'Wem es gehört, möchte hier keinen Namen zeigen.',
    meaning: 'Was dieses Abzeichen bedeutet',
    report: 'Missbrauch dieses Abzeichens melden',
    code: (address) => `QR-Code dieser Seite, ${address}`,
    scan: 'Diese Seite auf dem Telefon',
    elsewhere: {
      title: 'Anderswo prüfen',
      lead: 'Sie müssen uns nicht glauben. Das Abzeichen ist signiert, und fremde Programme können das prüfen.',
      addressBar: (origin) =>
        `Lesen Sie zuerst die Adresszeile dieser Seite: Sie muss mit ${origin}/b/ beginnen. Eine gleiche Seite an anderer Stelle beweist nichts.`,
      issuer: (did) =>
        `Ein grünes Zeichen anderswo sagt, dass die Signatur stimmt. Von uns ist sie nur, wenn dort als Aussteller ${did} steht.`,
      document: 'Das signierte Abzeichen als Datei',
      verifierPlus: 'Mit VerifierPlus prüfen',
      oneEdTech: 'Mit dem Prüfprogramm von 1EdTech prüfen',
      paste: 'Das Prüfprogramm von 1EdTech fragt nach einer Adresse. Geben Sie ihm diese:',
      ours: 'Ein Bild oder eine Datei bei uns prüfen',
      leaves: 'Diese beiden Links verlassen die Website des Clubs. Vorher erfährt keiner der Dienste von Ihnen.',
    },
    social: {
      title: (city) => `Abzeichen der Botschafter für ${city}`,
      text: 'Öffnen Sie diese Seite, um zu sehen, ob das Abzeichen in diesem Augenblick gilt.',
      picture: (city) => `Abzeichen der Botschafter für ${city}`,
    },
    missing: {
      title: 'An dieser Adresse ist kein Abzeichen',
      text: 'Mit dieser Adresse haben wir nie ein Abzeichen verliehen. Das Bild, das hierher führt, ist nicht von uns, oder die Adresse enthält einen Tippfehler.',
      points: [
        'Der Teil nach /b/ hat 22 Buchstaben und Ziffern. Groß und klein ist nicht dasselbe.',
        'Nie kommen eine Null, ein großes O, ein großes I oder ein kleines L vor.',
        'Trägt das Bild einen Code zum Scannen? Er kennt die ganze Adresse.',
      ],
      verify: 'Stattdessen ein Bild oder eine Datei prüfen',
    },
  },
  print: {
    title: 'Ein Aushang für das Schaufenster',
    hint: 'Drucken Sie diese Seite, wie sie ist, ohne zusätzliche Ränder und ohne „An Seite anpassen“. Etwas anderes wird nicht gedruckt.',
    sizes: { a5: 'A5, für eine Tür', a4: 'A4, für ein Schaufenster' },
    member: (city) => `Botschafter für ${city}`,
    scan: 'Scannen und prüfen',
    back: 'Zurück zum Abzeichen',
  },
  home: {
    title: 'Ein Abzeichen, das die Wahrheit sagt',
    text: 'Jedes Mitglied hat eines, für Website, E-Mail oder Schaufenster. Jeder kann es prüfen, und es endet mit der Mitgliedschaft.',
  },
  meaning: {
    short: 'Das Abzeichen',
    title: 'Was das Abzeichen bedeutet',
    lead: (city) =>
      `Wer dieses Abzeichen zeigt, hat mit seinem Namen versprochen, sich für ${city} einzusetzen. Der Club hat es geprüft, und alle können es nachprüfen.`,
    what: {
      title: 'Was es sagt',
      text: 'Dass heute Mitglied im Club ist, wer es trägt: ein Mensch, oder ein Unternehmen auf seiner eigenen Website.',
    },
    not: {
      title: 'Was es nicht sagt',
      text: 'Es ist kein Gütesiegel. Es sagt nichts über die Qualität von Waren oder Leistungen, nichts über die Umwelt und nichts über Meinungen. Niemand hat dafür bezahlt.',
    },
    criteria: { title: 'Wie man es bekommt' },
    member: {
      title: 'Jedes Mitglied',
      text: 'Das Abzeichen entsteht, sobald die Adresse bestätigt ist. Es kostet nichts, und jedes Mitglied hat eines.',
    },
    circles: {
      title: 'Die Kreise',
      text: 'Mitglieder wählen den Kreis, dem sie am nächsten stehen. Das Abzeichen nennt ihn nur, wenn sie es möchten.',
      byInvitation: 'Auf Einladung des Clubs.',
    },
    business: {
      title: 'Unternehmen',
      text: 'Das Abzeichen eines Unternehmens gilt auf einer einzigen Domain, die auf dem Bild und in den signierten Daten steht. Der Club prüft jede Woche, ob sie dem Mitglied noch gehört, und beendet das Abzeichen nach 14 Tagen ohne Nachweis.',
    },
    check: {
      title: 'Wie man eines prüft',
      points: (host) => [
        `Drücken Sie darauf oder scannen Sie den Code. Die Seite, die sich öffnet, muss auf ${host} liegen: Lesen Sie die Adresszeile.`,
        'Schauen Sie auf diese Seite, nicht auf das Bild. Ein Bild lässt sich kopieren; die Seite fragt in dem Augenblick, in dem Sie sie öffnen.',
        'Auf der Website eines Unternehmens vergleichen Sie die Domain mit der in Ihrer Adresszeile.',
      ],
      verify: 'Ein Bild, eine Datei oder eine Adresse prüfen',
    },
    ends: {
      title: 'Was es beendet',
      points: [
        'Das Mitglied verlässt den Club.',
        'Der Club setzt die Mitgliedschaft aus, zum Beispiel nach einem Missbrauch.',
        'Dreizehn Monate vergehen ohne jeden Kontakt zwischen Mitglied und Club.',
        'Ein Unternehmen verliert seine Domain oder gibt das Abzeichen zurück.',
      ],
      text: 'Die Seite, die Bilder und die signierte Liste sagen es innerhalb von Minuten. Kopien, die andere Programme behalten haben, können einige Stunden länger brauchen.',
    },
    privacy: {
      title: 'Was persönlich ist',
      text: 'Nichts, außer das Mitglied möchte es: Name und Kreis erscheinen freiwillig und verschwinden, wenn das Abzeichen endet. Wir zählen Prüfungen, niemals Personen.',
    },
    mine: 'Mein Abzeichen',
  },
  report: {
    title: 'Missbrauch eines Abzeichens melden',
    lead: 'Jemand aus dem Club liest dies und sieht sich das Abzeichen an. Sie müssen nicht sagen, wer Sie sind.',
    about: 'Sie melden das Abzeichen mit dieser Adresse:',
    labels: { reason: 'Was stimmt nicht?', url: 'Wo haben Sie es gesehen?', text: 'Was sollten wir noch wissen?' },
    hints: {
      url: 'Die Adresse der Seite oder der Ort. Beispiel: https://laden.example/wir',
      text: 'Ein paar Worte genügen. Lassen Sie weg, was niemanden angeht.',
    },
    reasons: {
      not_theirs: 'Jemand zeigt ein Abzeichen, das ihm nicht gehört',
      wrong_site: 'Es steht auf einer Website, auf der es nicht gilt',
      misleading: 'Es soll etwas glauben machen, das nicht stimmt',
      other: 'Etwas anderes',
    },
    errors: {
      reason: 'Wählen Sie, was nicht stimmt.',
      url: 'Wo Sie es gesehen haben: höchstens 2.000 Zeichen, auf einer Zeile.',
      text: 'Was wir noch wissen sollten: höchstens 2.000 Zeichen.',
    },
    submit: 'Meldung senden',
    done: {
      title: 'Danke, Ihre Meldung ist angekommen',
      text: 'Jemand aus dem Club sieht sich das Abzeichen an. Wird es missbraucht, endet es, und seine Seite sagt es.',
    },
    back: 'Zurück zum Abzeichen',
  },
};
