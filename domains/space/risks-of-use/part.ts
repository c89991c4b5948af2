import { part } from '@opengoa/kernel';
import {
  inUseButDeclaredEmpty,
  leasedWithoutIncome,
  rentedInBesideVacant,
  vacantButUsingEnergy,
} from './gather-use.ts';

export const risksOfUse = part({
  risks: [leasedWithoutIncome, vacantButUsingEnergy, inUseButDeclaredEmpty, rentedInBesideVacant],
});
