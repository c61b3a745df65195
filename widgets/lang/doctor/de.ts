import type { DoctorTerms } from './terms.ts';

export const de: DoctorTerms = {
  decimal: ',',
  title: 'Widget-Sprechstunde',
  looking: 'Die Seite wird untersucht …',
  one: 'Ein Punkt ist zu beheben',
  some: '{count} Punkte sind zu beheben',
  well: 'Alles in Ordnung',
  wellMeans: 'Nichts auf dieser Seite stört die Widgets.',
  checked: 'In Ordnung',
  places: {
    policy: 'Ersetzen oder ergänzen Sie in der Content-Security-Policy diese Direktive:',
    html: 'Im HTML der Seite:',
    css: 'Im Stylesheet der Seite:',
    club: 'An den Club zu senden:',
    script: 'Dort, wo es behoben wird:',
  },
  severities: { broken: 'Blockiert', harmed: 'Stört', advice: 'Rat' },
  checks: {
    policy: 'Die Sicherheitsrichtlinie lässt durch, was nötig ist',
    network: 'Der Club antwortet',
    partner: 'Partner und Adresse dieser Seite sind bekannt',
    scripts: 'Eine Version, aktuell und unverändert',
    elements: 'Tags, Attribute, Sprache und Ersatzinhalt',
    looks: 'Sichtbar und lesbar (4,5:1)',
    globals: 'Kein anderes Skript verbiegt den Browser',
  },
  copy: 'Kopieren',
  copied: 'Kopiert',
  selected: 'Markiert',
  again: 'Erneut prüfen',
  report: 'Bericht kopieren',
  close: 'Sprechstunde schließen',
  request: 'Guten Tag, bitte nehmen Sie {origin} in die Adressen des Partners „{partner}“ auf.',
  resume: 'Guten Tag, der Partner „{partner}“ pausiert. Kann es auf {origin} weitergehen?',
  fallbacks: {
    signup: 'Botschafterin oder Botschafter werden',
    testimonials: 'Geschichten lesen',
    badge: 'Dieses Abzeichen prüfen',
    counter: 'Zum Club',
    'story-form': 'Meine Geschichte erzählen',
  },
  findings: {
    csp: [
      'Die Sicherheitsrichtlinie blockiert „{directive}“',
      'Der Browser verweigert diese Anfragen des Widgets. Besucher sehen nur den Ersatzinhalt oder ein halbes Widget.',
    ],
    'trusted-types': [
      'Die Regel „lit-html“ ist nicht erlaubt',
      'Die Seite beschränkt Trusted Types. Ohne diese Regel kann sich kein Widget zeichnen.',
    ],
    mixed: [
      'Die Adresse des Clubs beginnt mit http',
      'Eine https-Seite kann über http nichts lesen. Das Widget bleibt bei seinem Ersatzinhalt.',
    ],
    blocked: [
      'Eine Erweiterung blockiert den Club',
      '{origin} antwortet, aber die Frage des Widgets wird in diesem Browser aufgehalten. Andere haben vielleicht dieselbe Erweiterung; sie sehen den Ersatzinhalt.',
    ],
    unreachable: [
      'Der Club ist nicht erreichbar',
      '{origin} antwortet nicht. Besucher sehen den Ersatzinhalt. Prüfen Sie das Attribut „api“ und Ihre Verbindung.',
    ],
    origin: [
      'Diese Adresse gehört nicht zum Partner',
      'Der Club kennt {origin} nicht für „{partner}“: Anmeldungen werden hier abgelehnt.',
    ],
    'partner-unknown': [
      'Der Partner „{partner}“ ist unbekannt',
      'Prüfen Sie den Kurznamen, den Sie vom Club haben. Von hier kann nichts gesendet werden.',
    ],
    'partner-paused': [
      'Der Partner „{partner}“ pausiert',
      'Der Club hat seine Widgets angehalten. Besucher sehen den Ersatzinhalt.',
    ],
    'partner-missing': ['Bei <{tag}> fehlt „partner“', 'Ohne Namen des Partners erscheint das Formular nicht.'],
    module: [
      'Bei {file} fehlt type="module"',
      'Der Browser liest dieses Skript auf die alte Art und bricht in der ersten Zeile ab. Nichts erscheint.',
    ],
    unloaded: [
      '<{tag}> ist nicht geladen',
      'Kein Skript der Seite hat dieses Tag definiert. Besucher sehen den Ersatzinhalt.',
    ],
    integrity: ['Der Hash von {file} ist falsch', 'Der Browser verweigert eine Datei, die nicht zu „integrity“ passt.'],
    gone: ['{file} {version} gibt es nicht', 'Diese Adresse führt zu keiner Datei des Clubs. Nichts erscheint.'],
    version: [
      'Version {version} ist nicht die neueste',
      'Sie läuft weiter. Version {current} bringt Korrekturen und neue Texte.',
    ],
    versions: ['Mehrere Versionen auf der Seite: {versions}', 'Die erste gilt überall. Behalten Sie ein Skript.'],
    twice: [
      'Das Skript wird mehrmals geladen',
      'Nichts bricht, aber Besucher laden zu viel: {files}. Behalten Sie nur diese Zeile.',
    ],
    taken: [
      'Ein anderes Skript hat <{tag}> belegt',
      'Eine Seite kann nicht zwei Definitionen haben. Unsere tritt zurück, der Ersatzinhalt bleibt. Suchen und entfernen Sie diesen Code:',
    ],
    tag: ['<{tag}> gibt es nicht', 'Gemeint ist wohl <{right}>. Besucher sehen nur, was darin steht.'],
    unclosed: [
      '<{tag}> ist nicht geschlossen',
      'Alles, was auf der Seite folgt, gehört dann dazu und kann verschwinden. Ein Schrägstrich im Tag schließt es nicht.',
    ],
    fallback: [
      '<{tag}> ist leer',
      'Ist das Skript blockiert, langsam oder verweigert, sehen Besucher nichts. Ein echter Link bleibt immer.',
    ],
    attribute: ['Unbekanntes Attribut „{name}“', '<{tag}> beachtet es nicht. Meinten Sie „{right}“?'],
    flag: ['„{name}="{value}"“ heißt ja', 'Das Attribut gilt, sobald es da ist. Für nein entfernen Sie es.'],
    value: ['„{name}="{value}"“ ist kein bekannter Wert', '<{tag}> beachtet ihn nicht. Am nächsten liegt „{right}“.'],
    ids: [
      'Die Id „{id}“ gibt es doppelt',
      'Links und Beschriftungen für <{tag}> führen zur ersten der beiden. Benennen Sie die zweite um.',
    ],
    lang: [
      'Die Seite nennt ihre Sprache nicht',
      'Screenreader raten sie, und die Widgets sprechen Französisch. Das ist auch ein Kriterium der Barrierefreiheit (WCAG 3.1.1).',
    ],
    hidden: ['<{tag}> ist unsichtbar', 'Das Stylesheet der Seite verbirgt es ({by}). Niemand sieht es.'],
    squeezed: [
      'Der Rahmen ist auf {width} px gequetscht',
      'Eine Regel der Seite begrenzt die Breite von iframes. Das Widget darin ist unlesbar.',
    ],
    contrast: [
      'Zu wenig Kontrast: {ratio}:1',
      'In <{tag}> ist „{words}“ schwer zu lesen (nötig sind 4,5:1, WCAG 1.4.3).',
    ],
    polluted: [
      'Ein Skript gibt jedem Objekt „{name}“',
      'Unsere Widgets schützen sich, andere Skripte vielleicht nicht. Beheben Sie jenes Skript, oder löschen Sie danach:',
    ],
    clobbered: [
      'Ein Element heißt „{name}“',
      'Es verdeckt document.{name} vor anderen Skripten. Unsere Widgets schützen sich. Benennen Sie es um.',
    ],
  },
};
