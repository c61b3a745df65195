import type { StoryFieldSentences, StoryProblems } from './terms.ts';

/** What can go wrong with signing in, stories and their media. */
export const storyProblems: StoryProblems = {
  unauthenticated: {
    title: 'Bitte melden Sie sich an',
    text: 'Fordern Sie einen Code per E-Mail an und machen Sie weiter, wo Sie waren. Nichts ist verloren.',
  },
  forbidden: {
    title: 'Das dürfen Sie hier nicht',
    text: 'Es wurde nichts geändert. Fragen Sie jemanden aus der Verwaltung des Clubs.',
  },
  code_invalid: {
    title: 'Das ist nicht der richtige Code',
    text: 'Schreiben Sie die sechs Ziffern aus der letzten E-Mail ab.',
  },
  code_expired: {
    title: 'Dieser Code gilt nicht mehr',
    text: 'Ein Code gilt zehn Minuten und einige Versuche lang. Fordern Sie einen neuen an.',
  },
  passkey_invalid: {
    title: 'Der Passkey wurde nicht erkannt',
    text: 'Es wurde nichts geändert. Versuchen Sie es noch einmal oder mit einem anderen Gerät.',
  },
  story_changed: {
    title: 'Diese Geschichte hat sich inzwischen geändert',
    text: 'Es wurde nichts überschrieben. Laden Sie sie neu und machen Sie weiter.',
  },
  wrong_state: {
    title: 'Diese Geschichte ist schon weiter',
    text: 'Es wurde nichts geändert. Laden Sie die Seite neu, um ihren Stand zu sehen.',
  },
  same_person: {
    title: 'Hier muss jemand anderes antworten',
    text: 'Wer entschieden hat, entscheidet nicht über den Einspruch. Es wurde nichts geändert.',
  },
  captions_missing: {
    title: 'Die Untertitel fehlen',
    text: 'Ein Film erscheint mit Untertiteln und Abschrift. Schreiben Sie diese zuerst.',
  },
  media_not_ready: {
    title: 'Ein Foto oder Film wird noch vorbereitet',
    text: 'Danach kann die Geschichte erscheinen. Nichts wurde geändert; versuchen Sie es gleich noch einmal.',
  },
  drafts_full: {
    title: 'Sie haben schon zehn Geschichten in Arbeit',
    text: 'Senden oder löschen Sie eine, dann beginnen Sie die nächste.',
  },
  minor_media: {
    title: 'Fotos und Filme ab 18 Jahren',
    text: 'Unter 18 nimmt der Club nur Texte. Es wurde keine Datei behalten.',
  },
  quota_reached: {
    title: 'Das reicht für heute',
    text: 'Sie haben gesendet, was in 24 Stunden geht. Was schon da ist, bleibt da.',
  },
  storage_full: {
    title: 'Dem Club fehlt Platz',
    text: 'Im Moment kann keine Datei ankommen. Ihr Text ist gespeichert; versuchen Sie es morgen.',
  },
  upload_gone: {
    title: 'Diese Übertragung gibt es nicht mehr',
    text: 'Sie war zu lange unterbrochen oder wurde entfernt. Wählen Sie die Datei noch einmal.',
  },
  upload_locked: {
    title: 'Diese Datei kommt schon über eine andere Seite an',
    text: 'Lassen Sie die andere Seite fertig werden oder schließen Sie sie.',
  },
  upload_mismatch: {
    title: 'Die Datei kam nicht ganz an',
    text: 'Es wurde nichts behalten. Senden Sie sie noch einmal.',
  },
  media_type: {
    title: 'Diese Datei ist kein Foto und kein Film, den wir lesen',
    text: 'Fotos: JPEG, PNG, WebP, HEIC, AVIF. Filme: MP4, MOV, WebM. Es wurde nichts behalten.',
  },
  media_empty: { title: 'Diese Datei ist leer', text: 'Wählen Sie eine andere. Es wurde nichts behalten.' },
  media_too_large: {
    title: 'Diese Datei ist zu groß',
    text: 'Höchstens 25 MB für ein Foto, 200 MB für einen Film. Es wurde nichts behalten.',
  },
  media_damaged: {
    title: 'Diese Datei ist beschädigt',
    text: 'Sie lässt sich nicht bis zum Ende öffnen. Es wurde nichts behalten; versuchen Sie es mit dem Original.',
  },
  media_dimensions: {
    title: 'Dieses Bild ist zu groß',
    text: 'Höchstens 50 Millionen Pixel. Verkleinern Sie es und senden Sie es noch einmal. Es wurde nichts behalten.',
  },
  media_animated: {
    title: 'Dieses Bild bewegt sich',
    text: 'Der Club nimmt unbewegte Fotos. Für Bewegtes senden Sie einen Film. Es wurde nichts behalten.',
  },
  media_too_long: {
    title: 'Dieser Film ist zu lang',
    text: 'Höchstens zwei Minuten. Kürzen Sie ihn auf dem Telefon und senden Sie ihn noch einmal. Es wurde nichts behalten.',
  },
  media_codec: {
    title: 'Dieser Film hat ein Format, das wenige Geräte lesen',
    text: 'Auf dem iPhone: Einstellungen, Kamera, Formate, „Maximale Kompatibilität“. Dann filmen oder exportieren Sie ihn neu. Es wurde nichts behalten.',
  },
  media_failed: {
    title: 'Diese Datei ließ sich nicht aufbereiten',
    text: 'Es liegt nicht an Ihnen, und es wurde nichts behalten. Versuchen Sie es noch einmal oder mit einer anderen Datei.',
  },
  badge_ended: {
    title: 'Dieses Abzeichen ist nicht mehr gültig',
    text: 'Nichts davon gilt mehr. Ist es Ihres, melden Sie sich an und sehen Sie, warum.',
  },
  partner_taken: {
    title: 'Dieser Kurzname ist vergeben',
    text: 'Ein anderer Partner trägt ihn. Nichts wurde gespeichert; wählen Sie einen anderen.',
  },
  webhooks_full: {
    title: 'Es gibt schon zu viele Webhooks',
    text: 'Nichts wurde gespeichert. Löschen Sie einen, der nicht mehr gebraucht wird.',
  },
  badges_full: {
    title: 'Sie haben schon fünf Firmenabzeichen',
    text: 'Nichts wurde gespeichert. Geben Sie eines zurück und beginnen Sie noch einmal.',
  },
  domain_unproven: {
    title: 'Der Nachweis wurde nicht gefunden',
    text: 'Nichts wurde geändert. Ein DNS-Eintrag braucht manchmal einige Stunden: Schauen Sie später noch einmal nach.',
  },
  suspended: {
    title: 'Ihre Mitgliedschaft ruht',
    text: 'Nichts wurde geändert. Schreiben Sie dem Club, um darüber zu sprechen.',
  },
};

/** Why a field of a story, a report or a decision was refused. */
export const storyFields: StoryFieldSentences = {
  too_short: (label) => `${label}: Der Text ist noch zu kurz.`,
  too_many: (label) => `${label}: Das sind zu viele.`,
  media_missing: (label) => `${label}: Fügen Sie ein Foto oder einen Film hinzu, oder wählen Sie nur Text.`,
  media_not_ready: (label) =>
    `${label}: Eine Datei ist noch nicht fertig. Warten Sie einen Augenblick, oder entfernen Sie sie.`,
  alt_missing: (label) => `${label}: Sagen Sie in wenigen Worten, was jedes Foto zeigt.`,
  people_missing: (label) => `${label}: Sagen Sie, wen man erkennt.`,
  permission_missing: (label) => `${label}: Wählen Sie mindestens einen Ort, an dem Ihre Geschichte erscheinen darf.`,
  text_outdated: (label) => `${label}: Diese Sätze haben sich gerade geändert. Lesen Sie sie und wählen Sie dann.`,
  link_unknown: (label) => `${label}: Fügen Sie den Link eines Films auf YouTube, Vimeo, Instagram oder Facebook ein.`,
  reason_missing: (label) => `${label}: Wählen Sie einen Grund.`,
  good_faith_missing: (label) => `${label}: Bestätigen Sie, dass Sie in gutem Glauben melden.`,
  captions_invalid: (label) => `${label}: Die Untertitel lassen sich nicht lesen.`,
  origin_invalid: (label) =>
    `${label}: Schreiben Sie einen Ursprung wie https://www.beispiel.de, ohne Pfad und ohne Schrägstrich am Ende.`,
  origin_too_wide: (label) =>
    `${label}: Dieser Platzhalter deckt mehr als Ihre Website. Schreiben Sie ihn wie https://*.beispiel.de.`,
  colour_invalid: (label) => `${label}: Schreiben Sie die Farbe wie #b3261e.`,
  name_has_address: (label) =>
    `${label}: Keine Web- oder Mailadresse, denn er steht in Mails des Clubs. Schreiben Sie dem Club, wenn eine zu Ihrem Namen gehört.`,
  slug_invalid: (label) => `${label}: Kleinbuchstaben ohne Akzent, Ziffern und Bindestriche, wie ville-de-mulhouse.`,
  url_private: (label) => `${label}: Diese Adresse führt nicht ins öffentliche Internet.`,
  domain_invalid: (label) => `${label}: Schreiben Sie etwa „baeckerei.example“, ohne https und ohne Pfad.`,
  unsignable: (label) =>
    `${label} enthält eine geschweifte Klammer, { oder }, über die manche Leser von Abzeichen stolpern. Nichts wurde geändert.`,
};
