import type { Locale } from '../../../api/contract/locales.ts';
import type { RefusalReason } from '../../../api/contract/vocabulary.ts';

/**
 * Sentences to start from, in the language of who reads them: authors and people who reported. A
 * moderator writes over them; `other` has none, because only the moderator knows.
 */
export interface Proposals {
  refusals: Record<Exclude<RefusalReason, 'other'>, string>;
  answers: Record<'reject_report' | 'uphold_appeal' | 'reject_appeal', string>;
}

export const proposals: Record<Locale, Proposals> = {
  fr: {
    refusals: {
      off_topic:
        'Votre récit ne parle pas de Mulhouse ni du Sud Alsace. Dites-nous ce qui vous y attache, et renvoyez-le.',
      advertising:
        'Votre récit fait surtout la publicité d’un produit ou d’un service. Racontez plutôt ce que vous vivez ici.',
      personal_data:
        'Votre récit donne des informations personnelles sur quelqu’un d’autre. Retirez-les, et renvoyez-le.',
      people_not_agreed:
        'On reconnaît des personnes dont l’accord n’est pas dit. Demandez-le-leur, ou choisissez une autre image.',
      minor_shown: 'On reconnaît un enfant sur l’image ou dans le film. Choisissez-en une où l’on n’en reconnaît pas.',
      rights:
        'L’image, la musique ou le texte semble appartenir à quelqu’un d’autre. Remplacez-le par ce qui est de vous.',
      hateful: 'Votre récit contient des propos haineux envers un groupe de personnes. Le club ne les publie pas.',
      insulting: 'Votre récit attaque ou insulte quelqu’un. Dites les choses autrement, et renvoyez-le.',
      untrue: 'Votre récit affirme quelque chose qui est contraire aux faits. Corrigez ce passage, et renvoyez-le.',
      illegal: 'Votre récit contient quelque chose que la loi interdit de publier.',
      quality: 'L’image ou le son ne permet pas de comprendre votre récit. Reprenez-le, et renvoyez-le.',
    },
    answers: {
      reject_report: 'Nous avons relu ce récit avec attention. Il respecte la charte du club : il reste publié.',
      uphold_appeal: 'Vous avez raison, et nous revenons sur notre décision. Votre récit est public.',
      reject_appeal: 'Une autre personne a relu votre récit. La décision est maintenue, pour le même motif.',
    },
  },
  de: {
    refusals: {
      off_topic:
        'Ihre Geschichte handelt nicht von Mülhausen oder dem Südelsass. Sagen Sie uns, was Sie damit verbindet, und senden Sie sie neu.',
      advertising:
        'Ihre Geschichte wirbt vor allem für ein Produkt oder eine Dienstleistung. Erzählen Sie lieber, was Sie hier erleben.',
      personal_data:
        'Ihre Geschichte verrät Persönliches über jemand anderen. Nehmen Sie es heraus und senden Sie sie neu.',
      people_not_agreed:
        'Man erkennt Menschen, deren Einverständnis nicht angegeben ist. Fragen Sie sie, oder wählen Sie ein anderes Bild.',
      minor_shown: 'Auf dem Bild oder im Film erkennt man ein Kind. Wählen Sie eines, auf dem man kein Kind erkennt.',
      rights: 'Bild, Musik oder Text scheint jemand anderem zu gehören. Ersetzen Sie es durch etwas Eigenes.',
      hateful: 'Ihre Geschichte enthält Hass gegen eine Gruppe von Menschen. Das veröffentlicht der Club nicht.',
      insulting: 'Ihre Geschichte greift jemanden an oder beleidigt ihn. Sagen Sie es anders und senden Sie sie neu.',
      untrue:
        'Ihre Geschichte behauptet etwas, das den Tatsachen widerspricht. Berichtigen Sie die Stelle und senden Sie sie neu.',
      illegal: 'Ihre Geschichte enthält etwas, das nach dem Gesetz nicht veröffentlicht werden darf.',
      quality:
        'Bild oder Ton sind nicht gut genug, um Ihre Geschichte zu verstehen. Nehmen Sie neu auf und senden Sie sie noch einmal.',
    },
    answers: {
      reject_report:
        'Wir haben diese Geschichte aufmerksam gelesen. Sie entspricht der Charta des Clubs und bleibt öffentlich.',
      uphold_appeal: 'Sie haben recht, und wir nehmen unsere Entscheidung zurück. Ihre Geschichte ist öffentlich.',
      reject_appeal:
        'Eine andere Person hat Ihre Geschichte gelesen. Die Entscheidung bleibt bestehen, aus demselben Grund.',
    },
  },
  en: {
    refusals: {
      off_topic: 'Your story is not about Mulhouse or South Alsace. Tell us what ties you to it, and send it again.',
      advertising: 'Your story mostly advertises a product or a service. Tell us instead what you live here.',
      personal_data: 'Your story tells personal things about somebody else. Take them out, and send it again.',
      people_not_agreed:
        'People can be recognised, and nothing says that they agreed. Ask them, or choose another picture.',
      minor_shown: 'A child can be recognised in the picture or film. Choose one in which none can.',
      rights: 'The picture, music or text seems to belong to somebody else. Replace it with something of your own.',
      hateful: 'Your story holds words of hate against a group of people. The club does not publish them.',
      insulting: 'Your story attacks or insults somebody. Say it in another way, and send it again.',
      untrue: 'Your story claims something that is contrary to the facts. Correct that passage, and send it again.',
      illegal: 'Your story holds something that the law does not allow anybody to publish.',
      quality: 'Picture or sound are not good enough to follow your story. Record it again, and send it.',
    },
    answers: {
      reject_report: 'We have read this story again with care. It keeps to the club’s charter and stays public.',
      uphold_appeal: 'You are right, and we take our decision back. Your story is public.',
      reject_appeal: 'Another person has read your story. The decision stands, for the same reason.',
    },
  },
  gsw: {
    refusals: {
      off_topic:
        'Dini Gschìcht handelt net vu Mìlhüsa oder em Sìdelsàss. Sàg uns, wàs dìch do hält, un schìck sa nochemol.',
      advertising: 'Dini Gschìcht màcht vor àllem Reklàma fer ebbis. Verzähl liawer, wàs dü do erlabsch.',
      personal_data: 'Dini Gschìcht verzählt Persenligs ìwer ebber àndersch. Namm’s üssa, un schìck sa nochemol.',
      people_not_agreed: 'Ma kennt Lìt, un ’s steht net do, dàss sa iverstànda sìn. Frog sa, oder wähl a ànder Bìld.',
      minor_shown: 'Uf em Bìld oder ìm Film kennt ma a Kìnd. Wähl eins, wu ma kens kennt.',
      rights: '’s Bìld, d’Müsik oder dr Tàxt ghert schint’s ebber àndersch. Namm ebbis, wu vu dìr ìsch.',
      hateful: 'Ìn dinera Gschìcht steht Hàss gega Menscha. Sowàs brìngt dr Club net.',
      insulting: 'Dini Gschìcht grift ebber à oder beleidigt na. Sàg’s àndersch, un schìck sa nochemol.',
      untrue: 'Ìn dinera Gschìcht steht ebbis, wu net stìmmt. Verbesser’s, un schìck sa nochemol.',
      illegal: 'Ìn dinera Gschìcht steht ebbis, wu ma noch em Gsetz net derf bringa.',
      quality: 'Bìld oder Ton ìsch net güat gnüa, fer dini Gschìcht z’versteh. Namm sa neï uf, un schìck sa nochemol.',
    },
    answers: {
      reject_report: 'Mìr hàn dia Gschìcht nochemol gnau glasa. Sa pàsst zue dr Charta vum Club un blibt effentlig.',
      uphold_appeal: 'Dü hàsch racht, un mìr namma unseri Entscheidung zruck. Dini Gschìcht ìsch effentlig.',
      reject_appeal: 'A ànderer Mensch het dini Gschìcht glasa. D’Entscheidung blibt, üs em gliicha Grund.',
    },
  },
};
