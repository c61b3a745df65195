import type { WebhookTexts } from './terms.ts';

export const webhookTexts: WebhookTexts = {
  title: 'Andere Programme benachrichtigen',
  lead: 'Ein Webhook sagt einem Programm, etwa Ihrem CRM, sofort Bescheid, wenn etwas geschieht. Er sagt, was geschehen ist und unter welcher Nummer; nie einen Namen, eine Adresse oder einen Text.',
  none: 'Zurzeit wird niemand benachrichtigt.',
  events: {
    'membership.requested': 'Eine Anmeldung wird abgeschickt',
    'membership.confirmed': 'Eine Mitgliedschaft wird bestätigt',
    'membership.left': 'Ein Mitglied verlässt den Club',
    'story.published': 'Eine Geschichte erscheint',
    'story.unpublished': 'Eine Geschichte ist nicht mehr öffentlich',
    'badge.awarded': 'Ein Abzeichen wird gültig',
    'badge.ended': 'Ein Abzeichen endet',
  },
  states: {
    active: 'In Betrieb',
    paused: 'Angehalten',
  },
  outcomes: {
    sent: 'Empfangen',
    queued: 'Unterwegs',
    dead: 'Aufgegeben',
    refused: 'Niemand da, oder ein Zertifikat, das nicht passt',
    timeout: 'Keine Antwort in der Zeit',
    redirected: 'Verweist woandershin, dem folgen wir nicht',
  },
  ofClub: 'Alle Partner',
  ofPartner: (name) => `Nur ${name}`,
  actions: {
    pause: 'Anhalten',
    resume: 'Fortsetzen',
    rotate: 'Schlüssel wechseln',
    remove: 'Löschen',
    try: 'Ausprobieren',
    replay: 'Noch einmal senden',
  },
  notes: {
    added: 'Der Webhook ist angelegt. Kopieren Sie seinen Schlüssel in Ihr Programm, dann probieren Sie ihn aus.',
    pause: 'Der Webhook ist angehalten. Was inzwischen geschieht, erfährt er nicht.',
    resume: 'Der Webhook ist wieder in Betrieb.',
    rotate: 'Ab jetzt unterschreibt ein neuer Schlüssel. Der alte gilt noch einen Tag, um ihn zu ersetzen.',
    remove: 'Der Webhook ist gelöscht, und was auf ihn wartete.',
    try: 'Eine Probenachricht ist unterwegs. Laden Sie die Seite in einigen Sekunden neu.',
    replay: 'Die Nachricht geht noch einmal hinaus.',
  },
  secret: {
    title: 'Schlüssel',
    text: 'Behalten Sie ihn für sich. Er unterschreibt jede Nachricht nach Standard Webhooks 1.0 (HMAC-SHA256).',
    rotating: 'Der alte Schlüssel gilt noch bis morgen.',
    label: 'Schlüssel des Webhooks',
  },
  removal: {
    title: 'Löschen …',
    text: 'Was noch wartet, geht verloren. Sonst ändert sich nichts.',
  },
  deliveries: {
    title: 'Letzte Nachrichten',
    none: 'Noch ist nichts hinausgegangen.',
    columns: {
      when: 'Wann',
      event: 'Ereignis',
      tries: 'Versuche',
      outcome: 'Ergebnis',
    },
  },
  dead: {
    title: 'Aufgegebene Nachrichten',
    text: 'Sie kamen nach einem Dutzend Versuchen in etwa drei Tagen nicht an, oder die Adresse gibt es nicht mehr. Dreißig Tage lang ist nichts verloren.',
  },
  add: {
    title: 'Webhook anlegen',
    url: 'Adresse',
    urlHint: 'Mit https, im öffentlichen Internet.',
    partner: 'Betrifft',
    events: 'Benachrichtigen, wenn',
    submit: 'Anlegen',
    errors: {
      url: 'Adresse: eine ganze Adresse, die mit https:// beginnt, ohne Passwort.',
      url_private: 'Adresse: Sie muss über einen Domainnamen ins öffentliche Internet führen.',
      events: 'Benachrichtigen, wenn: Kreuzen Sie mindestens ein Feld an.',
      partner: 'Betrifft: Wählen Sie aus der Liste.',
    },
  },
  check: {
    title: 'Eine Nachricht prüfen',
    text: 'Berechnen Sie die Unterschrift (HMAC-SHA256, mit dem Schlüssel) über „webhook-id.webhook-timestamp.Inhalt“, vergleichen Sie sie mit webhook-signature, und weisen Sie ab, was älter als fünf Minuten ist. Dieselbe webhook-id kann zweimal kommen: Beim zweiten Mal ist nichts zu tun.',
  },
};
