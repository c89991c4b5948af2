import type { CityPlan } from '../city/plan-city.ts';
import { nameOfUnit } from '../city/units-and-people.ts';

/** Cards that the city entered, and those that its deliveries made. */
const isCard = /^(LJ-)?ZC-/;

/** Whether a question is about the city's own vehicles, meters, buildings, units or things. What stood in the town before is not in the key. */
export function ofTheCity(plan: CityPlan): (question: string) => boolean {
  const ours = new Set([
    ...plan.vehicles.map(({ plate }) => plate),
    ...plan.energy.buildings.flatMap(({ name, meter }) => [name, meter]),
    ...plan.energy.registers.map(({ key }) => key),
    ...plan.energy.daily.map(({ key }) => key),
    ...plan.premises.leases.map(({ name }) => name),
    ...plan.reports.map(({ unit }) => nameOfUnit(unit)),
    ...plan.people.units.filter(({ kind }) => kind === 'institution').map(({ name }) => name),
  ]);
  return (question) => ours.has(question) || ours.has(question.split(' ')[0]!) || isCard.test(question);
}
