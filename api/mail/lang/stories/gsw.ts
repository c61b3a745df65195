import type { StoryMailTerms } from './terms.ts';

const object = (until: string) => [
  `Bìsch nìt iverstànda? Sàg ’s bis àm ${until}, ’s koscht nix, uf dr Sitta vu dina Gschìchta: ebber àndersch àss dia Person, wu entschìeda hàt, last àlles noch emol. Dü kàsch oi vor ’s Gricht geh.`,
  'A Mansch hàt entschìeda, nix Automàtisches.',
];

/** Alsatian. */
export const gsw: StoryMailTerms = {
  published: ({ excerpt }) => ({
    subject: 'Dini Gschìcht ìsch online',
    preview: 'Merci, dàss dü d’Flàmma träsch.',
    heading: 'Dini Gschìcht ìsch online',
    paragraphs: [
      `“${excerpt}”`,
      'Ma gseht sa dert, wu dü ’s erlàuibt hàsch. Teil sa: jeda Gschìcht màcht Lùscht uf noch eini.',
    ],
    button: 'Mini Gschìcht ààlüega',
    notes: ['Dü kàsch sa jederzitt ändra, zruckziaga oder ànderscht freigaa, uf dr Sitta vu dina Gschìchta.'],
    reason: 'Dü bekummsch die Nochrìcht, wil dü em Club a Gschìcht gschìckt hàsch.',
  }),
  refused: ({ excerpt, reason, text, until }) => ({
    subject: 'So kàt dini Gschìcht nìt kumma',
    preview: reason,
    heading: 'So kàt dini Gschìcht nìt kumma',
    paragraphs: [
      `“${excerpt}”`,
      `${reason} D’Charta vum Club wìll ’s so.`,
      text,
      'Nix ìsch verlora: dini Gschìcht ìsch do, dü kàsch sa ändra un noch emol schìcka.',
    ],
    button: 'Witter àn minera Gschìcht',
    notes: object(until),
    reason: 'Dü bekummsch die Nochrìcht, wil dü em Club a Gschìcht gschìckt hàsch.',
  }),
  removed: ({ excerpt, reason, text, until }) => ({
    subject: 'Dini Gschìcht ìsch furtgnumma wora',
    preview: reason,
    heading: 'Dini Gschìcht ìsch furtgnumma wora',
    paragraphs: [
      `“${excerpt}”`,
      `Ma gseht sa uf kenera Sitta meh. ${reason} D’Charta vum Club wìll ’s so.`,
      text,
      'Fer dìch ìsch sa noch do: dü kàsch sa ändra un nej schìcka.',
    ],
    button: 'Mini Gschìchta uffmàcha',
    notes: object(until),
    reason: 'Dü bekummsch die Nochrìcht, wil dr Club a Gschìcht vu dir zeigt hàt.',
  }),
  appealDecided: ({ excerpt, upheld, answer }) => ({
    subject: upheld ? 'Dü hàsch racht ghà: d’Entschèidung ìsch zruckgnumma' : 'D’Entschèidung ìwer dini Gschìcht blibt',
    preview: 'Ebber àndersch hàt àlles noch emol glasa.',
    heading: upheld ? 'Dü hàsch racht ghà' : 'D’Entschèidung blibt',
    paragraphs: [`“${excerpt}”`, 'Ebber àndersch hàt àlles noch emol glasa. Do ìsch d’Àntwort:', answer],
    button: 'Mini Gschìchta uffmàcha',
    notes: ['Dü kàsch oi vor ’s Gricht geh.', 'A Mansch hàt gàntwortet, nix Automàtisches.'],
    reason: 'Dü bekummsch die Nochrìcht, wil dü geja a Entschèidung vum Club ebbis gsajt hàsch.',
  }),
  reportReceipt: ({ receipt, reason, url }) => ({
    subject: `Dini Mäldung ${receipt} ìsch àkumma`,
    preview: 'A Mansch last sa.',
    heading: 'Dini Mäldung ìsch àkumma',
    paragraphs: [
      `Nùmmera: ${receipt}. Grund: ${reason}.`,
      'Ebber vum Club last die Gschìcht noch emol, no bekummsch a Àntwort. Di Nàma un dini Àdress gseht niama: nìt wer ’s gschrìwa hàt un nìt wer ’s noch emol last.',
    ],
    button: 'D’Gschìcht ààlüega',
    notes: [
      `Gmäldeta Àdress: ${url}`,
      'Hàsch nix gmäldet? No hàt sich ebber ìn dr Àdress ghirrt: dü müesch nix màcha.',
    ],
    reason: 'Dü bekummsch die Nochrìcht, wil dini Àdress bi ara Mäldung gstànda ìsch.',
  }),
  reportDecided: ({ receipt, upheld, answer }) => ({
    subject: upheld ? `Mäldung ${receipt}: d’Gschìcht ìsch furt` : `Mäldung ${receipt}: d’Gschìcht blibt`,
    preview: 'A Mansch hàt d’Gschìcht noch emol glasa.',
    heading: upheld ? 'D’Gschìcht ìsch furt' : 'D’Gschìcht blibt online',
    paragraphs: ['Ebber vum Club hàt d’Gschìcht noch emol glasa. Do ìsch d’Àntwort:', answer],
    button: 'D’Sitta vum Club uffmàcha',
    notes: [
      'Bìsch nìt iverstànda? Schrib àn d’Àdress vum Club, unta, un gìb d’Nùmmera àà. Dü kàsch oi vor ’s Gricht geh.',
      'A Mansch hàt entschìeda, nix Automàtisches.',
    ],
    reason: 'Dü bekummsch die Nochrìcht, wil dini Àdress bi ara Mäldung gstànda ìsch.',
  }),
};
