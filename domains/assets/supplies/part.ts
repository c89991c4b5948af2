import { part } from '@opengoa/kernel';
import { countSupply } from './count-supply.ts';
import { endSupply } from './end-supply.ts';
import { fittedSaves } from './fitted.ts';
import { issueSupply } from './issue-supply.ts';
import { keepSupply } from './keep-supply.ts';
import { receiveSupply } from './receive-supply.ts';
import { returnSupply } from './return-supply.ts';
import { supplies as supplyList, supplyMovesList } from './supply-lists.ts';
import { licenceReminder, supplyReminder } from './supply-reminders.ts';
import { supplySaves } from './supply-store.ts';
import { supplyRefusals } from './words.zh.ts';

export const supplies = part({
  verbs: [keepSupply, receiveSupply, issueSupply, returnSupply, countSupply, endSupply],
  reads: [supplyList, supplyMovesList],
  saves: [...supplySaves, ...fittedSaves],
  reminders: [supplyReminder, licenceReminder],
  refusals: supplyRefusals,
});
