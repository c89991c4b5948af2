import { part } from '@opengoa/kernel';
import { leasedWithoutIncome, rentedInBesideVacant } from './gather-lettings.ts';
import { inUseButDeclaredEmpty, vacantButUsingEnergy } from './gather-use.ts';

export const risksOfUse = part({
  risks: [leasedWithoutIncome, vacantButUsingEnergy, inUseButDeclaredEmpty, rentedInBesideVacant],
});
