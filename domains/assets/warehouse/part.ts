import { part } from '@opengoa/kernel';
import { closeStore } from './close-store.ts';
import { endBody } from './end-body.ts';
import { endReservation } from './end-reservation.ts';
import { enterBought } from './enter-bought.ts';
import { inspectOffer } from './inspect-offer.ts';
import { keepStore } from './keep-store.ts';
import { lendOffer } from './lend-offer.ts';
import { offerCard } from './offer-card.ts';
import { offerPhoto } from './offer-photo.ts';
import { openBody } from './open-body.ts';
import { reserveOffer } from './reserve-offer.ts';
import { returnLoan } from './return-loan.ts';
import { endReservations, loanReminder, reservationReminder } from './warehouse-due.ts';
import { bodies, loans, offerable, offers, reservations, shelf, stores } from './warehouse-lists.ts';
import { oneBody, oneOffer } from './warehouse-reads.ts';
import { warehouseSaves } from './warehouse-store.ts';
import { withdrawOffer } from './withdraw-offer.ts';
import { warehouseRefusals } from './words.zh.ts';

export const warehouse = part({
  verbs: [
    keepStore,
    closeStore,
    offerCard,
    inspectOffer,
    withdrawOffer,
    reserveOffer,
    endReservation,
    lendOffer,
    returnLoan,
    openBody,
    enterBought,
    endBody,
  ],
  reads: [shelf, offers, offerable, stores, reservations, loans, bodies, oneOffer, oneBody],
  saves: warehouseSaves,
  jobs: [endReservations],
  reminders: [loanReminder, reservationReminder],
  uploads: [offerPhoto],
  refusals: warehouseRefusals,
});
