import type { ExportTexts } from './terms.ts';

export const exportTexts: ExportTexts = {
  title: 'D’Date vum Club üseziaga',
  lead: 'In jedem Dossier sìn àlli Zìla, d’ältschta z’erscht. Nix wìrd gändert.',
  duty: 'In dana Dateia stehn persenliga Àngàwa: bhàlta sa guet uf, un leschet sa nooch em Brüch. Jeder Export steht mìt eirem Nàma ìm Protokoll.',
  kinds: {
    members: {
      title: 'Mìtglìeder',
      text: 'Wàs jeder bim Mìtmàcha gsajt hàt. Wer gànga ìsch, hàt weder Nàma noch Àdrass meh drìn.',
    },
    stories: {
      title: 'Gschìchta',
      text: 'Wàs em Club àvertröit wora ìsch, un wu ’s steht. Kä Entwìrf, un nix wu zruckzoga wora ìsch.',
    },
    consents: { title: 'Iiwìlligunga', text: 'Dr Bewis, zu wàs, wenn, wu un ìn wellera Sproch ebber jo gsajt hàt.' },
    attribution: { title: 'Harkunft', text: 'Ìwer weller Pàrtner, welli Sitta un welli Kampagne ebber kumma ìsch.' },
  },
  formats: { csv: 'CSV', json: 'JSON' },
  of: (title) => `(${title})`,
  console: 'Zruck zue dr Konsol',
};
