import type { ReasonTexts } from './terms.ts';

export const reasonTexts: ReasonTexts = {
  refusal: {
    off_topic: 'Le récit ne parle pas de la ville ni de sa région.',
    advertising: 'Le récit fait de la publicité.',
    personal_data: 'Le récit livre des informations personnelles.',
    people_not_agreed: 'Des personnes sont reconnaissables sans que leur accord soit sûr.',
    minor_shown: 'On y reconnaît une personne mineure.',
    rights: 'Une image ou un texte semble appartenir à quelqu’un d’autre.',
    hateful: 'Le récit contient des propos haineux ou discriminatoires.',
    insulting: 'Le récit s’en prend à une personne.',
    untrue: 'Un fait important est inexact.',
    illegal: 'Le récit semble contraire à la loi.',
    quality: 'L’image ou le son ne permet pas de suivre.',
    other: 'Une autre raison, expliquée ci-dessous.',
  },
  report: {
    hateful: 'Propos haineux ou discriminatoires',
    insulting: 'Insulte ou harcèlement',
    untrue: 'Information fausse et trompeuse',
    personal_data: 'Données personnelles de quelqu’un',
    shows_me: 'On m’y voit sans mon accord',
    rights: 'Atteinte à un droit d’auteur ou à une marque',
    advertising: 'Publicité',
    child_abuse: 'Abus sexuel sur mineur',
    illegal: 'Autre contenu illégal',
    other: 'Autre raison',
  },
};
