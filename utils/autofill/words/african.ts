/** Swahili. */
import type { Language } from './language.ts';

export const swahili: Language = {
  // Sign-in pages of M-Pesa, Jumia, Google and WhatsApp in Swahili.
  sure: [
    'nenosiri la mara moja',
    'msimbo wa uthibitishaji ~ sms',
    'tarakimu #',
    'uthibitishaji wa hatua mbili',
  ],
  likely: ['nambari ya uthibitishaji', 'msimbo wa uthibitishaji', 'nambari ya kuthibitisha'],
  weak: ['msimbo', 'nambari ya siri'],
  sent: ['tuliyokutumia', 'tulikutumia', 'tumekutumia', 'tumetuma', 'tuma tena'],
  recovery: ['misimbo mbadala', 'nambari mbadala'],
  captcha: ['picha'],
  other: ['punguzo', 'vocha', 'nambari ya posta'],
};
