import type { DoctorTerms } from './terms.ts';

export const gsw: DoctorTerms = {
  decimal: ',',
  title: 'Widget-Sprachstund',
  looking: 'D’Sitta wurd ìntersüacht …',
  one: 'Ei Punkt zum Flìcka',
  some: '{count} Punkta zum Flìcka',
  well: 'Àlles ìn dr Ornung',
  wellMeans: 'Nìt uf dara Sitta steert d’Widgets.',
  checked: 'Ìn dr Ornung',
  places: {
    policy: 'Ìn dr Content-Security-Policy die Diräktiv üsswachsla oder derzüa tüa:',
    html: 'Ìm HTML vu dr Sitta:',
    css: 'Ìm Stylesheet vu dr Sitta:',
    club: 'Zum àm Club schìcka:',
    script: 'Dert, wu’s gflìckt wurd:',
  },
  severities: { broken: 'Blockiert', harmed: 'Steert', advice: 'Rot' },
  checks: {
    policy: 'D’Sìcherheitsregla làn dura, was es brücht',
    network: 'Dr Club gìtt Àntwort',
    partner: 'Dr Pàrtner un d’Àdrass vu dara Sitta sìn bekànnt',
    scripts: 'Ei Version, nej un gànz',
    elements: 'Tags, Àttribüt, Sproch un Ersàtz',
    looks: 'Sìchtbàr un lasbàr (4,5:1)',
    globals: 'Kè ànder Skript verbiagt dr Browser',
  },
  copy: 'Kopiara',
  copied: 'Kopiart',
  selected: 'Màrkiart',
  again: 'Noch emol lüaga',
  report: 'Bericht kopiara',
  close: 'Sprachstund züamàcha',
  request: 'Güata Tàg, tian bitte {origin} zu da Àdrassa vum Pàrtner „{partner}“ derzüa.',
  resume: 'Güata Tàg, dr Pàrtner „{partner}“ màcht Pàuisa. Ka’s uf {origin} witterscht geh?',
  fallbacks: {
    signup: 'Botschàfter wara',
    testimonials: 'D’Gschìchta lasa',
    badge: 'Da Badge priafa',
    counter: 'Zum Club',
    'story-form': 'Mini Gschìcht verzehla',
  },
  findings: {
    csp: [
      'D’Sìcherheitsregla blockiera „{directive}“',
      'Dr Browser weigert sìch, das fer’s Widget z’hola. D’Lìt sahn nummera dr Ersàtz oder e hàlb Widget.',
    ],
    'trusted-types': [
      'D’Regel „lit-html“ ìsch nìt erlàuibt',
      'D’Sitta begranzt d’Trusted Types. Ohna die Regel ka sìch kè Widget zeichna.',
    ],
    mixed: [
      'D’Àdrass vum Club fàngt mìt http à',
      'E https-Sitta ka nìt ìwer http lasa. S’Widget bliibt bi sinem Ersàtz.',
    ],
    blocked: [
      'E Erwiterung blockiert dr Club',
      '{origin} gìtt Àntwort, àwer d’Fröj vum Widget wurd ìn dam Browser ufghàlta. Ànderi han vìllicht d’glicha Erwiterung; sa sahn dr Ersàtz.',
    ],
    unreachable: [
      'Dr Club ìsch nìt z’erreicha',
      '{origin} gìtt kè Àntwort. D’Lìt sahn dr Ersàtz. Lüag s’Àttribüt „api“ un dini Verbìndung noh.',
    ],
    origin: [
      'Die Àdrass ghert nìt zum Pàrtner',
      'Dr Club kennt {origin} nìt fer „{partner}“: Àmaldunga wara do àbglehnt.',
    ],
    'partner-unknown': [
      'Dr Pàrtner „{partner}“ ìsch unbekànnt',
      'Lüag dr Kurznàma noh, wu dr Club dr gah het. Vu do ka nìt gschìckt wara.',
    ],
    'partner-paused': [
      'Dr Pàrtner „{partner}“ màcht Pàuisa',
      'Dr Club het sini Widgets àghàlta. D’Lìt sahn dr Ersàtz.',
    ],
    'partner-missing': ['Bi <{tag}> fahlt „partner“', 'Ohna Nàma vum Pàrtner kummt s’Formülàr nìt.'],
    module: [
      'Bi {file} fahlt type="module"',
      'Dr Browser lìst das Skript uf d’àlta Àrt un hert ìn dr erschta Zilla uf. Nìt kummt.',
    ],
    unloaded: ['<{tag}> ìsch nìt glàda', 'Kè Skript vu dr Sitta het das Tag gmàcht. D’Lìt sahn dr Ersàtz.'],
    integrity: ['Dr Hash vu {file} ìsch fàlsch', 'Dr Browser weigert sìch, wenn e Dàtei nìt zu „integrity“ pàsst.'],
    gone: ['{file} {version} gìtt’s nìt', 'Die Àdrass fiahrt zu kènera Dàtei vum Club. Nìt kummt.'],
    version: [
      'D’Version {version} ìsch nìt d’nejschta',
      'Sa läuift witterscht. D’Version {current} brìngt Verbesserunga un neji Tèxt.',
    ],
    versions: ['Meh Versiona uf dr Sitta: {versions}', 'D’erschta gìlt ìweràll. B’hàlt ei Skript.'],
    twice: [
      'S’Skript wurd meh àss eimol glàda',
      'Nìt geht kàputt, àwer d’Lìt làda z’vìel: {files}. B’hàlt nummera die Zilla.',
    ],
    taken: [
      'E ànder Skript het <{tag}> gnumma',
      'E Sitta ka nìt zwei Definitiona hà. Unseri geht uf d’Sitta, dr Ersàtz bliibt. Süach un nìmm dar Code ewag:',
    ],
    tag: ['<{tag}> gìtt’s nìt', 'S’Tag heißt wohl <{right}>. D’Lìt sahn nummera, was drìn steht.'],
    unclosed: [
      '<{tag}> ìsch nìt züagmàcht',
      'Àlles, wàs uf dr Sitta noohkummt, ghert no derzüa un kàt verschwìnda. E Schrägstrìch ìm Tag màcht s nìt züa.',
    ],
    fallback: [
      '<{tag}> ìsch laar',
      'Ìsch s’Skript blockiert oder làngsàm, sahn d’Lìt nìt. E rìchtiger Link bliibt àllewil.',
    ],
    attribute: ['Unbekànnt Àttribüt „{name}“', '<{tag}> lüagt’s nìt à. Hàsch „{right}“ gmeint?'],
    flag: ['„{name}="{value}"“ heißt jo', 'S’Àttribüt gìlt, sobàld àss es do ìsch. Fer nei nìmm’s ewag.'],
    value: ['„{name}="{value}"“ ìsch kè bekànnta Wart', '<{tag}> lüagt’s nìt à. Àm nächschta ìsch „{right}“.'],
    ids: ['D’Id „{id}“ gìtt’s dopplet', 'Links un Nàma fer <{tag}> fiahra zu dr erschta. Gìb dr zweita e àndera Nàma.'],
    lang: [
      'D’Sitta sait ihra Sproch nìt',
      'Vorlaser miasa rota, un d’Widgets reda Frànzeesch. S’ìsch äui e Kriterium vu dr Zugänglikeit (WCAG 3.1.1).',
    ],
    hidden: ['<{tag}> ìsch nìt z’sah', 'S’Stylesheet vu dr Sitta versteckt’s ({by}). Kè Mensch siht’s.'],
    squeezed: [
      'Dr Ràhma ìsch uf {width} px zàmmadruckt',
      'E Regel vu dr Sitta begranzt d’Breite vu da iframes. S’Widget drìn ka mr nìt lasa.',
    ],
    contrast: [
      'Z’weni Kontràscht: {ratio}:1',
      'Ìn <{tag}> ìsch „{words}“ schlacht z’lasa (4,5:1 brücht’s, WCAG 1.4.3).',
    ],
    polluted: [
      'E Skript gìtt jedem Objekt „{name}“',
      'Unseri Widgets schìtza sìch, ànderi Skript vìllicht nìt. Flìck dert, oder lesch dernooch:',
    ],
    clobbered: [
      'E Elemant heißt „{name}“',
      'Es versteckt document.{name} vor àndera Skript. Unseri Widgets schìtza sìch. Gìb em e àndera Nàma.',
    ],
  },
};
