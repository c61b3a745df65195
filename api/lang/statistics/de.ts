import type { StatisticsTexts } from './terms.ts';

export const statisticsTexts: StatisticsTexts = {
  title: 'Statistik',
  lead: 'Zahlen, niemals Personen.',
  period: {
    label: 'Zeitraum',
    days: { '7': '7 Tage', '30': '30 Tage', '90': '90 Tage', '365': 'Ein Jahr' },
    from: 'Von',
    to: 'Bis',
    partner: 'Partner',
    everyPartner: 'Alle Partner',
    show: 'Anzeigen',
    shown: (from, to) => `${from} bis ${to}`,
  },
  kinds: {
    signup: 'Anmeldungen',
    confirmation: 'Bestätigte Beitritte',
    story_seen: 'Gesehene Geschichten',
    story_played: 'Gestartete Videos',
    badge_check: 'Geprüfte Abzeichen',
  },
  groups: { joined: 'Beitreten', stories: 'Geschichten', badges: 'Abzeichen' },
  before: (before) => `Zeitraum davor: ${before}`,
  overTime: (kind, sum, day, most) => `${kind}: insgesamt ${sum}, am meisten ${most} (${day}).`,
  byWeek: 'Ein Balken je Woche.',
  byName: (kind, name, most) => `${kind}: am meisten ${name}, ${most}.`,
  nothing: 'Nichts in diesem Zeitraum.',
  empty: {
    title: 'Noch nichts',
    text: 'In diesem Zeitraum hat kein Widget etwas gemeldet. Sobald die Seite eines Partners eines zeigt, sind die Zahlen nach wenigen Sekunden hier.',
  },
  by: {
    day: { title: 'Nach Tag', column: 'Tag' },
    partner: { title: 'Nach Partner', column: 'Partner' },
    page: { title: 'Nach Seite', column: 'Seite' },
    campaign: { title: 'Nach Kampagne', column: 'Kampagne' },
  },
  noPage: 'Ohne Seite',
  noCampaign: 'Ohne Kampagne',
  table: 'Die Zahlen als Tabelle',
  csv: 'Als CSV herunterladen',
  more: 'Die Tabelle endet hier; die Datei enthält alles.',
  places: {
    title: 'Woher die Mitglieder kommen',
    text: 'Heute, nach dem, was jede und jeder angegeben hat. Ein Ort mit weniger als fünf Personen erscheint nur zusammen mit anderen; Zahlen sind auf Fünfer abgerundet.',
    column: 'Ort',
    members: 'Mitglieder',
    unsaid: 'Keine Angabe',
    rest: 'Andere Orte zusammen',
    tooFew: 'Zu wenige Mitglieder, um Orte zu zeigen, ohne Personen zu zeigen.',
  },
  counted: {
    title: 'So zählen wir',
    points: [
      'Eine Anmeldung zählt, wenn das Formular abgeschickt ist, ein Beitritt, wenn der Link in der E-Mail bestätigt wurde.',
      'Eine Geschichte zählt, wenn die Hälfte eine Sekunde lang zu sehen war; ein Video, wenn es beginnt.',
      'Ein Abzeichen zählt, wenn eine Seite oder eine Person fragt, ob es gilt.',
      'Kein Cookie, keine Kennung, keine IP-Adresse: Dieselbe Person zählt jedes Mal.',
      'Die Tage sind die der Uhr des Clubs. Ein Ausfall kann einige Sekunden der Zählung kosten.',
    ],
  },
  referral: {
    title: 'Bringen Sie jemanden mit',
    text: 'Ihr persönlicher Link führt zum Formular. Er sagt dem Club, dass Sie Lust gemacht haben, und sonst nichts.',
    label: 'Ihr Link',
    elsewhere: 'Auf jeder Seite eines Partners fügen Sie dies am Ende der Adresse an:',
    elsewhereLabel: 'An eine Adresse anfügen',
    came: (count, written) =>
      count === 0
        ? 'Über diesen Link ist noch niemand gekommen.'
        : `${written} ${count === 1 ? 'Person ist' : 'Personen sind'} durch Sie dem Club beigetreten.`,
  },
  back: { console: 'Zurück zur Konsole', partner: 'Zurück zur Seite des Partners' },
};
