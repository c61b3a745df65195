import { dateIn } from '../format.ts';
import type { MyBadgesTexts } from './terms.ts';

const date = dateIn('fr');
const monthName = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

export const myBadgesTexts: MyBadgesTexts = {
  tools: {
    mine: 'C’est mon badge',
    mineText: 'Prêt à copier pour un profil, un site, un courriel ou une vitrine.',
    space: 'Choisir ce qu’il montre, et plus',
    copy: 'Copier',
    copied: 'Copié.',
    copyFailed: 'Sélectionné. Copiez avec Ctrl C ou ⌘ C.',
    preview: 'Voici ce que cela donne',
    linkedin: {
      title: 'Sur LinkedIn',
      text: 'Il se range sous « Licences et certifications ». Identifiez-vous sur LinkedIn, puis appuyez.',
      button: 'Ajouter à mon profil LinkedIn',
      values: 'LinkedIn laisse parfois ses champs vides. Voici les valeurs à y mettre.',
      labels: {
        name: 'Nom',
        organization: 'Organisme émetteur',
        issued: 'Date d’émission',
        expires: 'Date d’expiration',
        certId: 'Identifiant du certificat',
        certUrl: 'URL du certificat',
      },
      month: (year, month) => monthName.format(Date.UTC(year, month - 1)),
    },
    site: {
      title: 'Sur un site',
      text: 'Une image et un lien. Ni script, ni cookie, rien qui suive vos visiteurs.',
      label: 'HTML pour votre page',
    },
    widget: {
      title: 'Sur un site, vivant',
      text: 'La même chose, et qui appuie dessus voit aussitôt la date, le cercle et l’état. Sans script, l’image reste.',
      label: 'HTML avec l’élément du badge',
    },
    mail: {
      title: 'Dans une signature de courriel',
      text: 'Sélectionnez l’image ci-dessous, copiez-la, puis collez-la dans la signature de votre messagerie.',
      html: 'HTML, là où la messagerie le demande',
      plain: 'Texte seul',
    },
    markdown: {
      title: 'Dans un README',
      text: 'Pour GitHub et tout ce qui lit le Markdown. Cette image est redemandée à chaque fois.',
      label: 'Markdown',
    },
    frame: {
      title: 'Dans un cadre',
      text: 'Les navigateurs refusent ce cadre sur tout autre site que le vôtre. C’est la manière la plus stricte de le montrer.',
      label: 'HTML du cadre',
      name: (club) => `Badge du ${club}`,
    },
    print: {
      title: 'En vitrine',
      text: 'Une affiche avec le sceau et un code à scanner.',
      link: 'Ouvrir l’affiche à imprimer',
    },
  },
  mine: {
    title: 'Votre badge',
    lead: 'Il dit que vous êtes membre du club, et chacun peut le vérifier.',
    none: 'Votre badge est en préparation. Revenez dans un instant.',
    card: {
      title: 'Votre badge',
      text: 'Pour votre profil, votre site, vos courriels ou votre vitrine. Vous décidez de ce qu’il montre.',
      link: 'Ouvrir mon badge',
    },
    back: 'Votre espace',
    person: 'Votre badge personnel',
    business: (domain) => `Badge de ${domain}`,
    businessWithout: 'Un badge d’entreprise',
    states: {
      active: (day) =>
        `Valable jusqu’au ${date(day)}. Tout contact avec le club, comme s’identifier ici, le renouvelle.`,
      missing: (since, end) =>
        `La preuve manque sur ce domaine depuis le ${date(since)}. Remettez-la avant le ${date(end)}, sinon ce badge prendra fin.`,
      waiting: 'En attente de la preuve que ce domaine est à vous. Personne d’autre ne peut encore le voir.',
      suspended: {
        title: 'Votre adhésion est suspendue',
        text: 'Vos badges ont pris fin et ne peuvent pas être changés. Écrivez au club pour en parler : ils reviendront avec la fin de la suspension.',
      },
      ended: {
        left: 'Il a pris fin quand vous avez quitté le club.',
        suspended: 'Le club y a mis fin.',
        expired: 'Il a pris fin parce que treize mois ont passé sans contact.',
        domain_lost: 'Il a pris fin parce que la preuve a manqué 14 jours sur ce domaine.',
        given_up: 'Vous l’avez rendu.',
      },
      endedOn: (day) => `Fin le ${date(day)}.`,
      again: {
        left: 'Adhérez à nouveau au club et il reviendra.',
        suspended: 'Écrivez au club si vous pensez que c’est une erreur.',
        expired: 'Identifiez-vous à nouveau : il reviendra avec une nouvelle date.',
        domain_lost: 'Remettez la preuve, redemandez le domaine plus bas, puis faites-nous regarder.',
        given_up: 'Redemandez le domaine plus bas quand vous voulez.',
      },
    },
    see: 'Sa page, telle que chacun la voit',
    choices: {
      title: 'Ce qu’il montre',
      lead: 'Rien de personnel n’est montré ni signé si vous ne le cochez pas. Après un changement, vos fichiers sont signés à nouveau : téléchargez-les encore.',
      showsName: { person: 'Montrer mon nom', business: 'Montrer le nom de mon entreprise' },
      refused: {
        required: 'Il n’y a pas encore de nom à montrer. Écrivez au club pour l’ajouter.',
        unsignable:
          'Ce nom contient une accolade, { ou }, que certains lecteurs de badges ne comprennent pas. Écrivez au club pour le changer.',
        invalid: 'Ce nom contient des signes qui retournent le sens d’écriture. Écrivez au club pour le changer.',
      },
      showsNameHint: 'Sur sa page, et dans ce qui est signé.',
      showsCircle: (circle) => `Montrer mon cercle : ${circle}`,
      language: 'Langue de l’image',
      save: 'Enregistrer',
    },
    pictures: {
      title: 'Toutes les images',
      lead: 'Ces adresses ne changent pas. L’image derrière est toujours celle du jour.',
      forms: { line: 'Bandeau', seal: 'Sceau', compact: 'Petit' },
      schemes: { light: 'clair', dark: 'sombre', auto: 'clair ou sombre, au choix de qui lit' },
      twice: 'taille double',
    },
    files: {
      title: 'Fichiers signés',
      lead: 'Pour un portefeuille numérique, et pour qui vérifie sans nous demander. Le badge signé est dans les deux images.',
      names: {
        bakedPng: 'Image contenant le badge signé (PNG)',
        bakedSvg: 'Image contenant le badge signé (SVG)',
        json: 'Badge signé (Open Badges 3.0, JSON)',
        jwt: 'Badge signé (JWT)',
      },
    },
    ask: {
      title: 'Un badge pour votre entreprise',
      lead: 'Il vaut sur un seul domaine, et vous nous montrez que ce domaine est à vous.',
      label: 'Domaine de votre site',
      hint: 'Le badge vaut pour tout le site : un www placé devant est retiré. Exemple : boulangerie.example',
      invalid: 'Écrivez le domaine comme boulangerie.example, sans chemin.',
      submit: 'Demander un badge',
      full: 'Vous avez cinq badges d’entreprise. Rendez-en un avant d’en demander un autre.',
    },
    proof: {
      title: 'Montrer que ce domaine est à vous',
      lead: 'L’une des deux preuves suffit. Laissez-la en place : nous regardons à nouveau chaque semaine.',
      help: 'Ce n’est pas votre métier ? Envoyez ces lignes à qui s’occupe de votre site, ou à votre hébergeur : c’est l’affaire de cinq minutes.',
      dns: 'Dans le DNS du domaine, une entrée TXT',
      dnsHint:
        'Chez qui vous louez votre nom de domaine, dans sa « zone DNS » : ajoutez une entrée de type TXT. Si le domaine y est déjà écrit derrière le nom, ne l’écrivez pas deux fois.',
      dnsName: 'Nom',
      dnsValue: 'Valeur',
      file: 'Ou sur son site, un fichier de texte',
      fileHint:
        'Un fichier qui ne contient que ces signes, à cette adresse exacte. Ouvrez-la dans un navigateur : s’il les montre sans changer d’adresse, c’est bon.',
      fileAddress: 'Adresse',
      fileContent: 'Contenu',
      next: 'C’est en place ? Appuyez ci-dessous, et le badge est à vous.',
      look: 'Regarder maintenant',
      looked: (day, time) =>
        `Nous avons regardé le ${date(day)} à ${time}, sans la trouver. Une entrée DNS met parfois quelques heures à se voir.`,
      findings: {
        nothing_there:
          'Il n’y a encore ni l’entrée DNS ni le fichier. Si vous venez d’ajouter l’entrée, attendez quelques heures, puis regardez à nouveau.',
        other_record:
          'Il y a une entrée DNS, mais elle dit autre chose. Copiez la valeur ci-dessous, entière et sans rien de plus. Un changement met parfois quelques heures à se voir.',
        redirected:
          'Votre site nous renvoie vers une autre adresse, souvent celle avec www. Nous n’en suivons aucune : placez le fichier pour qu’il réponde à l’adresse exacte ci-dessous, ou choisissez l’entrée DNS.',
        web_page:
          'À l’adresse du fichier, il y a une page web. Placez-y un fichier de texte pur, nommé exactement comme ci-dessous, ou choisissez l’entrée DNS.',
        other_content:
          'Il y a un fichier, mais pas celui que nous cherchons. Il faut un petit fichier de texte pur (text/plain), avec le contenu ci-dessous seul sur une ligne.',
        no_answer:
          'Il n’y a pas d’entrée DNS avec la valeur ci-dessous, et aucun site ne nous a répondu en https. Le domaine est-il bien écrit, le site est-il en ligne, et son certificat est-il valable pour ce nom précis ? Corrigez-le, ou choisissez l’entrée DNS.',
        no_such_name:
          'Ce domaine n’existe pas dans le DNS. Est-il bien écrit ? Sinon, rendez ce badge et demandez le bon. Si vous venez de le louer, regardez à nouveau demain.',
      },
      neverLooked: 'Nous n’avons pas encore regardé.',
      provenOn: (day) => `Trouvée le ${date(day)}.`,
      keep: 'La preuve',
    },
    giveUp: {
      title: 'Rendre ce badge',
      sure: 'Il prend fin partout, aussitôt. Vous pourrez redemander le domaine plus tard.',
      button: 'Le rendre maintenant',
    },
    notes: {
      saved: 'C’est enregistré. Les images changent en quelques minutes.',
      asked: 'C’est noté. Montrez maintenant que le domaine est à vous.',
      proven: 'Trouvée. Le badge est valable dès maintenant.',
      given_up: 'C’est rendu. Le badge ne vaut plus.',
    },
    show: 'Le montrer',
    errorsTitle: 'Un point est à revoir',
  },
  desk: {
    title: 'Badges',
    lead: 'Les signalements d’abus, du plus ancien au plus récent. Fermez ce qui n’appelle rien ; mettez fin à ce qui est détourné.',
    none: 'Aucun signalement n’est ouvert.',
    console: 'La console',
    again: 'Ma session est ouverte : voir la page',
    outside: 'Un lien venu d’un courriel n’apporte pas votre session avec lui.',
    search: {
      title: 'Trouver un badge',
      label: 'Son adresse, ou ce qui suit /b/',
      hint: '22 lettres et chiffres ; les majuscules comptent.',
      submit: 'Trouver',
      none: 'Aucun badge n’a cette adresse.',
    },
    labels: {
      badge: 'Badge',
      state: 'État',
      kind: 'Sorte',
      domain: 'Domaine',
      name: 'Nom montré',
      reason: 'Motif',
      seen: 'Vu à',
      said: 'Ce qui a été dit',
      at: 'Le',
    },
    kinds: { person: 'Personne', business: 'Entreprise' },
    states: { valid: 'Valable', ended: 'Terminé' },
    nothing: 'rien',
    page: 'Sa page',
    close: 'Fermer le signalement',
    end: 'Mettre fin à ce badge',
    confirm: {
      title: 'Mettre fin à ce badge ?',
      text: 'Il cesse aussitôt d’être valable, partout et pour toujours sous cette signature. La personne le voit, et est invitée à écrire au club.',
      button: 'Y mettre fin maintenant',
      back: 'Le laisser tel quel',
    },
    notes: { closed: 'Le signalement est fermé.', ended: 'Le badge a pris fin.' },
  },
};
