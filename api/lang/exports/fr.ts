import type { ExportTexts } from './terms.ts';

export const exportTexts: ExportTexts = {
  title: 'Exporter les données du club',
  lead: 'Chaque fichier contient toutes les lignes, de la plus ancienne à la plus récente. Rien n’est modifié.',
  duty: 'Ces fichiers contiennent des données personnelles : gardez-les en lieu sûr et supprimez-les après usage. Chaque export est noté dans le journal, avec votre nom.',
  kinds: {
    members: {
      title: 'Membres',
      text: 'Ce que chacun a dit en s’inscrivant. Qui est parti n’y a plus ni nom ni adresse.',
    },
    stories: {
      title: 'Récits',
      text: 'Les récits confiés au club, avec leur état. Ni les brouillons, ni ceux que leur auteur a retirés.',
    },
    consents: { title: 'Consentements', text: 'La preuve de ce qui a été accepté, quand, où et dans quelle langue.' },
    attribution: { title: 'Provenance', text: 'Par quel partenaire, quelle page et quelle campagne chacun est venu.' },
  },
  formats: { csv: 'CSV', json: 'JSON' },
  of: (title) => `(${title})`,
  console: 'Retour à la console',
};
