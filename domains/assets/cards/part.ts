import { part, talk } from '@opengoa/kernel';
import { cardLabel } from './card-label.ts';
import { cardList } from './card-lists.ts';
import { oneCard } from './card-reads.ts';
import { cardSheet } from './card-sheet.ts';
import { cardSaves } from './card-store.ts';
import { carryJob, carryOverCards, carrySaves, followMergers } from './carry-over-cards.ts';
import { changeCard } from './change-card.ts';
import { classChoicesRead } from './class-choices.ts';
import { keepBuildingCards, keepVehicleCards } from './follow-others.ts';
import { registerCard } from './register-card.ts';
import { followSplits, waitingCardsReminder } from './remind-waiting-cards.ts';
import { strikeCard } from './strike-card.ts';
import { cardRefusals } from './words.zh.ts';

export const cards = part({
  verbs: [registerCard, changeCard, strikeCard, carryOverCards],
  reads: [cardList, oneCard, classChoicesRead],
  saves: [...cardSaves, ...carrySaves],
  followers: [keepVehicleCards, keepBuildingCards, followMergers, followSplits],
  reminders: [waitingCardsReminder],
  jobs: [carryJob],
  sheets: [cardSheet],
  labelled: [cardLabel],
  talks: { 'assets.card': talk('assets.card', ({ name }: { name: string }) => name, '/assets/cards/') },
  refusals: cardRefusals,
});
