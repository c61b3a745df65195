import type { CodeWording } from '../terms.ts';

export const signIn = (minutes: number): CodeWording => ({
  subject: 'Votre code pour vous identifier',
  preview: `Six chiffres, valables ${minutes} minutes.`,
  heading: 'Votre code',
  paragraphs: ['Tapez ces six chiffres sur la page où vous les avez demandés :'],
  label: 'Code :',
  notes: [
    `Il est valable ${minutes} minutes après votre demande, une seule fois. Si vous en avez demandé plusieurs, le dernier courriel compte.`,
    'Ne le donnez à personne : le club ne vous le demandera jamais, ni par téléphone ni par message.',
    'Vous n’avez rien demandé ? Ne faites rien : sans ce code, personne n’entre.',
  ],
  reason: 'Vous recevez ce message parce qu’un code pour votre adresse a été demandé sur une page du club.',
});
