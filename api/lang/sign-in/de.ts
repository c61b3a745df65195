import type { SignInTerms } from './terms.ts';

export const signInTerms: SignInTerms = {
  myStories: 'Meine Geschichten',
  ask: {
    title: 'Anmelden',
    lead: 'Kein Passwort: Wir schicken Ihnen einen Code mit sechs Ziffern.',
    label: 'Ihre E-Mail-Adresse',
    hint: 'Die Adresse, mit der Sie dem Club beigetreten sind.',
    submit: 'Code anfordern',
    cookie:
      'Ein einziges Cookie merkt sich, dass Sie es sind, nur auf dieser Website. Es geht, wenn Sie sich abmelden.',
    stranger: 'Noch nicht dabei?',
    join: 'Dem Club beitreten',
  },
  code: {
    title: 'Ihr Code',
    lead: 'Wenn diese Adresse einem Mitglied gehört, ist eben eine E-Mail mit sechs Ziffern dorthin gegangen.',
    label: 'Die sechs Ziffern aus der E-Mail',
    hint: 'Beispiel: 042917',
    submit: 'Eintreten',
    points: [
      'Der Code gilt zehn Minuten und nur einmal.',
      'Nach zwei Minuten noch nichts? Sehen Sie im Spam nach, dann prüfen Sie die Adresse.',
    ],
    again: 'Anderen Code anfordern',
    malformed: 'Tippen Sie die sechs Ziffern aus der E-Mail ein, ohne Buchstaben.',
  },
  space: {
    title: (firstName) => `Guten Tag, ${firstName}`,
    stories: {
      title: 'Ihre Geschichten',
      text: 'Ein Text, Fotos, ein Video: Erzählen Sie, was Sie hier mögen, schreiben Sie einen Entwurf weiter, ziehen Sie zurück, was nicht mehr zu sehen sein soll.',
      link: 'Meine Geschichten öffnen',
    },
    about: 'Was der Club von Ihnen weiß',
    labels: { email: 'E-Mail', circle: 'Kreis', place: 'Ort' },
    change: (address) => `Etwas hat sich geändert? Schreiben Sie an ${address}.`,
    signOut: 'Abmelden',
    signOutEverywhere: 'Überall abmelden',
    everywhere: 'Überall heißt: auch auf Ihren anderen Geräten und auf den Websites der Partner.',
    leave: 'Den Club verlassen',
  },
  leave: {
    title: 'Den Club verlassen',
    text: 'Ihr Name, Ihre Adresse, Ihre Geschichten und deren Fotos werden sofort gelöscht, hier und bei den Partnern. Ihr Abzeichen gilt nirgends mehr. Sie hören nichts mehr von uns.',
    button: 'Ich verlasse den Club',
    otherwise: 'Sie möchten lieber bleiben? Gehen Sie zurück: Nichts ändert sich.',
  },
  back: 'Zurück zu meiner Seite',
};
