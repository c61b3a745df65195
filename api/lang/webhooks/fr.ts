import type { WebhookTexts } from './terms.ts';

export const webhookTexts: WebhookTexts = {
  title: 'Prévenir d’autres logiciels',
  lead: 'Un webhook prévient un logiciel dès qu’il se passe quelque chose, par exemple votre CRM. Il dit ce qui est arrivé et à quel numéro ; jamais un nom, une adresse ou un texte.',
  none: 'Personne n’est prévenu pour l’instant.',
  events: {
    'membership.requested': 'Une inscription est envoyée',
    'membership.confirmed': 'Une adhésion est confirmée',
    'membership.left': 'Un membre quitte le club',
    'story.published': 'Un récit est publié',
    'story.unpublished': 'Un récit n’est plus public',
    'badge.awarded': 'Un badge devient valable',
    'badge.ended': 'Un badge prend fin',
  },
  states: {
    active: 'En service',
    paused: 'En pause',
  },
  outcomes: {
    sent: 'Reçu',
    queued: 'En route',
    dead: 'Abandonné',
    refused: 'Personne au bout du fil, ou un certificat qui ne convient pas',
    timeout: 'Pas de réponse à temps',
    redirected: 'Renvoie ailleurs, ce que nous ne suivons pas',
  },
  ofClub: 'Tous les partenaires',
  ofPartner: (name) => `Seulement ${name}`,
  actions: {
    pause: 'Mettre en pause',
    resume: 'Reprendre',
    rotate: 'Changer de secret',
    remove: 'Supprimer',
    try: 'Essayer',
    replay: 'Renvoyer',
  },
  notes: {
    added: 'Le webhook est ajouté. Copiez son secret dans votre logiciel, puis essayez.',
    pause: 'Le webhook est en pause. Ce qui arrive entre-temps ne lui sera pas dit.',
    resume: 'Le webhook est de nouveau en service.',
    rotate: 'Un nouveau secret signe désormais. L’ancien signe encore un jour, le temps de le remplacer.',
    remove: 'Le webhook et ce qui l’attendait sont supprimés.',
    try: 'Un message d’essai est parti. Rechargez la page dans quelques secondes.',
    replay: 'Le message repart.',
  },
  secret: {
    title: 'Secret',
    text: 'À garder pour vous. Il signe chaque message selon Standard Webhooks 1.0 (HMAC-SHA256).',
    rotating: 'L’ancien secret signe encore jusqu’à demain.',
    label: 'Secret du webhook',
  },
  removal: {
    title: 'Supprimer…',
    text: 'Les messages qui attendent sont perdus. Rien d’autre ne change.',
  },
  deliveries: {
    title: 'Derniers messages',
    none: 'Rien n’est encore parti.',
    columns: {
      when: 'Quand',
      event: 'Événement',
      tries: 'Essais',
      outcome: 'Résultat',
    },
  },
  dead: {
    title: 'Messages abandonnés',
    text: 'Ils n’ont pas été reçus, après une douzaine d’essais sur environ trois jours ou parce que l’adresse n’existe plus. Rien n’est perdu avant trente jours.',
  },
  add: {
    title: 'Ajouter un webhook',
    url: 'Adresse',
    urlHint: 'En https, sur l’internet public.',
    partner: 'Concerne',
    events: 'Prévenir quand',
    submit: 'Ajouter',
    errors: {
      url: 'Adresse : une adresse complète qui commence par https://, sans mot de passe.',
      url_private: 'Adresse : elle doit mener à l’internet public, par un nom de domaine.',
      events: 'Prévenir quand : cochez au moins une case.',
      partner: 'Concerne : choisissez dans la liste.',
    },
  },
  check: {
    title: 'Vérifier un message',
    text: 'Recalculez la signature (HMAC-SHA256, avec le secret) sur « webhook-id.webhook-timestamp.corps », comparez-la à webhook-signature, et refusez ce qui a plus de cinq minutes. Un même webhook-id peut venir deux fois : la seconde, il n’y a rien à faire.',
  },
};
