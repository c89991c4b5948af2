/** SF-04: special equipment whose next inspection is past, and one certificate that stands for several devices. */
import { daysBetween } from '@opengoa/kernel/calendar';

export interface Equipment {
  readonly device: string;
  /** Empty where none is on file. */
  readonly certificate: string;
  /** Day by which it is to be inspected next. */
  readonly due: string;
}

export type EquipmentPattern = '' | 'overdue' | 'no-certificate' | 'certificate-twice';

/**
 * Each device with its days past due (negative: days left) and what is to be asked about, in the order given. What is past its day comes before its papers.
 * @param on the day it is looked at, `YYYY-MM-DD`
 */
export function equipmentDue(
  equipment: readonly Equipment[],
  on: string,
): readonly { readonly daysOver: number; readonly pattern: EquipmentPattern }[] {
  const holders = Map.groupBy(equipment, ({ certificate }) => certificate);
  return equipment.map(({ certificate, due, device }) => {
    const daysOver = daysBetween(due, on);
    const twice = (holders.get(certificate) ?? []).some((other) => other.device !== device);
    const papers = certificate === '' ? 'no-certificate' : twice ? 'certificate-twice' : '';
    return { daysOver, pattern: daysOver > 0 ? 'overdue' : papers };
  });
}
