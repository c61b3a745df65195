import { dateIn } from '../format.ts';
import type { VerifyTerms } from './terms.ts';

const trustNothing = 'Glauben Sie nichts davon. Fragen Sie lieber nach der Adresse des Abzeichens.';

export const verifyTerms: VerifyTerms = {
  title: 'Ein Abzeichen prüfen',
  lead: 'Ist es echt, und gilt es noch? Geben Sie uns das Abzeichen so, wie Sie es haben: als Bild, als Adresse oder als Text.',
  kinds: {
    good: 'Echt und gültig',
    over: 'Echt, aber heute nicht gültig',
    wrong: 'Nicht darauf verlassen',
    unclear: 'Kein Urteil',
  },
  verdicts: {
    valid: {
      title: 'Dieses Abzeichen ist gültig',
      reason: 'Es steht im Register des Clubs, nichts daran wurde geändert, und es gilt heute.',
      advice:
        'Vergleichen Sie, was unten steht, mit dem, was Sie gesehen haben. Es zählt das Register, nicht das Bild.',
    },
    replaced: {
      title: 'Diese Kopie ist veraltet',
      reason: 'Der Club hat sie unterschrieben und seither eine neuere desselben Abzeichens ausgestellt.',
      advice: 'Unten steht das Abzeichen, wie es heute ist. Wer es trägt, kann die neue Kopie herunterladen.',
    },
    ended: {
      title: 'Dieses Abzeichen gilt nicht mehr',
      reason: 'Der Club hat es verliehen, aber es hat seither geendet.',
      advice: 'Wer es noch zeigt, tut es zu Unrecht. Auf der Seite des Abzeichens können Sie uns das melden.',
    },
    expired: {
      title: 'Dieses Abzeichen ist abgelaufen',
      reason: 'Der Club hat es unterschrieben, für eine Zeit, die vorbei ist.',
      advice: 'Fragen Sie nach dem heutigen Abzeichen. Jeder Kontakt mit dem Club erneuert es.',
    },
    not_yet_valid: {
      title: 'Dieses Abzeichen gilt noch nicht',
      reason: 'Der Club hat es für eine Zeit unterschrieben, die erst kommt.',
      advice: 'Prüfen Sie es später noch einmal. Bis dahin sagt es nichts aus.',
    },
    wrong_domain: {
      title: 'Dieses Abzeichen gilt auf dieser Website nicht',
      reason: 'Es ist echt, gehört aber zu einer anderen Website; sie steht unten.',
      advice: 'Auf der genannten Website ist es eine Kopie. Bitte melden Sie uns das auf der Seite des Abzeichens.',
    },
    tampered: {
      title: 'Dieses Abzeichen wurde verändert',
      reason: 'Es gibt an, vom Club zu sein, aber die Unterschrift passt nicht zu dem, was darin steht.',
      advice: trustNothing,
    },
    wrong_purpose: {
      title: 'Diese Unterschrift ist nicht für ein Abzeichen',
      reason: 'Sie wurde für etwas anderes geleistet und hierher gesetzt.',
      advice: trustNothing,
    },
    bad_algorithm: {
      title: 'So unterschreibt der Club nicht',
      reason: 'Die Unterschrift ist von einer Art, die jeder herstellen könnte.',
      advice: trustNothing,
    },
    unknown_key: {
      title: 'Das ist nicht die Unterschrift des Clubs',
      reason: 'Es gibt an, vom Club zu sein, trägt aber einen Schlüssel, den der Club nicht oder nicht mehr hat.',
      advice: trustNothing,
    },
    foreign_issuer: {
      title: 'Dieses Abzeichen ist nicht vom Club',
      reason: 'Jemand anderes hat es ausgestellt. Name und Logo beweisen nichts: Die kann jeder hineinschreiben.',
      advice: 'Ob es echt ist, weiß nur, wer es ausgestellt hat. Die Werkzeuge unten zeigen, wer das ist.',
    },
    foreign_address: {
      title: 'Das ist keine Adresse des Clubs',
      reason: 'Die Abzeichen des Clubs sind alle auf dieser Website. Fremde Seiten öffnen wir nie.',
      advice: 'Lesen Sie die Adresse Buchstabe für Buchstabe: Nachahmungen weichen oft nur in einem ab.',
    },
    unknown_badge: {
      title: 'Dieses Abzeichen kennen wir nicht',
      reason: 'Kein Abzeichen des Clubs hat diese Adresse.',
      advice: 'Vergleichen Sie Buchstabe für Buchstabe: Groß- und Kleinschreibung zählen.',
    },
    no_credential: {
      title: 'Darin ist kein unterschriebenes Abzeichen',
      reason:
        'Es lässt sich lesen, trägt aber keine Unterschrift. Bildschirmfotos, soziale Netze und Mailprogramme entfernen sie.',
      advice: 'Tippen Sie stattdessen die Adresse ein, die auf dem Abzeichen steht.',
    },
    unreadable: {
      title: 'Das können wir nicht lesen',
      reason: 'Es ist kein Abzeichen als Bild oder Text und keine Adresse, oder es wurde unterwegs beschädigt.',
      advice:
        'Laden Sie das Abzeichen neu herunter und legen Sie es unverändert hier ab, oder tippen Sie seine Adresse ein.',
    },
    too_large: {
      title: 'Das ist zu groß für ein Abzeichen',
      reason: 'Kein Abzeichen hat mehr als 256 Kilobyte, darum haben wir es nicht gelesen.',
      advice: 'Geben Sie uns nur das Abzeichen, oder tippen Sie seine Adresse ein.',
    },
    cannot_check: {
      title: 'Wir können gerade nicht prüfen',
      reason:
        'Unser Register ist im Moment nicht erreichbar. Über das Abzeichen sagt das nichts, weder Gutes noch Schlechtes.',
      advice: 'Bitte versuchen Sie es in einigen Minuten noch einmal.',
    },
  },
  register: {
    title: 'Heute im Register des Clubs',
    state: { valid: 'Gültig', ended: 'Mitgliedschaft beendet' },
    picture: 'Das Abzeichen, wie es heute aussieht',
    name: 'Name',
    circle: 'Kreis',
    domain: 'Gültig nur auf',
    since: 'Seit',
    until: 'Bis',
    open: 'Die Seite dieses Abzeichens öffnen',
    day: dateIn('de'),
  },
  form: {
    title: 'Was haben Sie?',
    again: 'Ein anderes Abzeichen prüfen',
    file: 'Das Bild oder die Datei',
    fileHint: 'Auswählen oder hier ablegen: PNG, SVG oder JSON, so wie heruntergeladen.',
    or: 'oder',
    address: 'Die Adresse',
    addressHint: (address) => `Sie steht auf dem Abzeichen, zum Beispiel ${address}`,
    text: 'Der Text',
    textHint: 'Was in der Datei steht, als JSON oder als eine lange Zeile.',
    site: 'Die Website, auf der Sie es gesehen haben (freiwillig)',
    siteHint: 'Für Abzeichen von Unternehmen, die nur auf deren eigener Website gelten.',
    submit: 'Prüfen',
    privacy: 'Was Sie prüfen, wird angesehen und vergessen: Nichts davon bleibt.',
    fileAgain: 'Um eine Datei noch einmal zu prüfen, wählen Sie sie noch einmal aus.',
    errors: {
      nothing: 'Wählen Sie eine Datei aus, oder tippen Sie eine Adresse oder einen Text ein.',
      several: 'Zwei Felder sind ausgefüllt. Leeren Sie eines, damit klar ist, was geprüft werden soll.',
      site: 'Das ist nicht die Adresse einer Website. Beispiel: www.baeckerei.example',
    },
  },
  second: {
    title: 'Eine zweite Meinung',
    text: 'Die Abzeichen folgen dem Standard Open Badges 3.0, also können andere sie ohne uns prüfen. Deren Werkzeuge sagen, ob ein Abzeichen echt ist und wer es ausgestellt hat.',
    verifierPlus: 'VerifierPlus des Digital Credentials Consortium',
    oneEdTech: 'Prüfwerkzeug von 1EdTech',
  },
};
