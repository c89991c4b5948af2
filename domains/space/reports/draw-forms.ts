import { cents } from '../quota/reckon-quota.ts';
import type { BuildingLine, Difference, Forms, ReportTotal, UnitLine } from './contract.ts';
import type { ReportField } from './words.zh.ts';

/** The forms from the rows of the ledger as they were on a day. Pure; areas in m². */

export interface RoomOnDay {
  readonly building: string;
  /** The institution that used it on the day; null where nobody did. */
  readonly user: string | null;
  readonly borrowed: boolean;
  readonly group: string;
  readonly areaM2: number;
  readonly state: string;
}
export interface BuildingKnown {
  readonly building: string;
  readonly name: string;
  readonly keeperName: string;
  readonly address: string;
  readonly form: string;
  readonly builtYear: number | null;
  readonly grossM2: number | null;
}
export interface UnitKnown {
  readonly unit: string;
  readonly name: string;
  readonly approvedPeople: number;
  readonly actualPeople: number;
  readonly quotaM2: number | null;
  readonly overRooms: number;
}

const groupNames = ['office', 'service', 'equipment', 'ancillary', 'technical'] as const;
type Sums = Record<`${(typeof groupNames)[number]}M2` | 'basicM2', number>;

function sumsOf(rooms: readonly RoomOnDay[]): Sums {
  const of = (group: string) => cents(areaOf(rooms.filter((room) => room.group === group)));
  const [officeM2, serviceM2, equipmentM2, ancillaryM2, technicalM2] = groupNames.map(of) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return {
    officeM2,
    serviceM2,
    equipmentM2,
    basicM2: cents(officeM2 + serviceM2 + equipmentM2),
    ancillaryM2,
    technicalM2,
  };
}
const areaOf = (rooms: readonly RoomOnDay[]): number => rooms.reduce((sum, { areaM2 }) => sum + areaM2, 0);

export function drawForms(
  rooms: readonly RoomOnDay[],
  buildings: readonly BuildingKnown[],
  units: readonly UnitKnown[],
  changes: Forms['changes'],
): Forms {
  const byUser = Map.groupBy(rooms, ({ user }) => user);
  const byBuilding = Map.groupBy(rooms, ({ building }) => building);
  const unitLines = units.map(({ quotaM2, overRooms, ...known }): UnitLine => {
    const its = byUser.get(known.unit) ?? [];
    const sums = sumsOf(its);
    return {
      ...known,
      rooms: its.length,
      ...sums,
      borrowedM2: cents(areaOf(its.filter(({ borrowed }) => borrowed))),
      quotaM2,
      overM2: quotaM2 === null ? null : cents(Math.max(0, sums.basicM2 - quotaM2)),
      overRooms,
    };
  });
  const buildingLines = buildings.map((known): BuildingLine => {
    const its = byBuilding.get(known.building) ?? [];
    const inState = (state: string) => cents(areaOf(its.filter((room) => room.user === null && room.state === state)));
    const vacant = its.filter(({ user, state }) => user === null && state === 'vacant');
    return {
      ...known,
      rooms: its.length,
      usableM2: cents(areaOf(its)),
      ...sumsOf(its),
      vacantRooms: vacant.length,
      vacantM2: cents(areaOf(vacant)),
      rentedOutM2: cents(areaOf(its.filter(({ state }) => state === 'rented-out'))),
      lentM2: cents(areaOf(its.filter(({ state }) => state === 'lent'))),
      repairM2: inState('under-repair'),
    };
  });
  return {
    units: unitLines,
    buildings: buildingLines,
    changes: [...changes],
    total: totalOf(unitLines, buildingLines),
  };
}

/** The foot of the forms: what people have from the units' form, what there is from the buildings'. */
function totalOf(units: readonly UnitLine[], buildings: readonly BuildingLine[]): ReportTotal {
  const ofUnits = (field: keyof UnitLine) => cents(units.reduce((sum, line) => sum + (Number(line[field]) || 0), 0));
  const ofBuildings = (field: keyof BuildingLine) =>
    cents(buildings.reduce((sum, line) => sum + (Number(line[field]) || 0), 0));
  return {
    units: units.length,
    buildings: buildings.length,
    approvedPeople: ofUnits('approvedPeople'),
    actualPeople: ofUnits('actualPeople'),
    rooms: ofBuildings('rooms'),
    grossM2: ofBuildings('grossM2'),
    usableM2: ofBuildings('usableM2'),
    officeM2: ofUnits('officeM2'),
    serviceM2: ofUnits('serviceM2'),
    equipmentM2: ofUnits('equipmentM2'),
    basicM2: ofUnits('basicM2'),
    ancillaryM2: ofUnits('ancillaryM2'),
    technicalM2: ofUnits('technicalM2'),
    borrowedM2: ofUnits('borrowedM2'),
    quotaM2: ofUnits('quotaM2'),
    overM2: ofUnits('overM2'),
    overRooms: ofUnits('overRooms'),
    vacantRooms: ofBuildings('vacantRooms'),
    vacantM2: ofBuildings('vacantM2'),
    rentedOutM2: ofBuildings('rentedOutM2'),
    lentM2: ofBuildings('lentM2'),
    repairM2: ofBuildings('repairM2'),
  };
}

type Line = Readonly<Record<string, unknown>>;

/** Figures that differ between what was reported and what the ledger says of the same day now; a line that came or went differs in every figure it has. */
export function differencesOf(reported: Forms, now: Forms): Difference[] {
  const of = (form: 'units' | 'buildings', key: 'unit' | 'building'): Difference[] => {
    const was = new Map((reported[form] as readonly Line[]).map((line) => [line[key], line]));
    const is = new Map((now[form] as readonly Line[]).map((line) => [line[key], line]));
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((which) =>
      differing(form, String((is.get(which) ?? was.get(which))!['name']), was.get(which), is.get(which)),
    );
  };
  return [...differing('total', '', reported.total, now.total), ...of('units', 'unit'), ...of('buildings', 'building')];
}

function differing(form: Difference['form'], line: string, was: Line | undefined, is: Line | undefined): Difference[] {
  const numeric = (given: Line | undefined, field: string): number | null => {
    const value = given?.[field];
    return typeof value === 'number' ? value : null;
  };
  return Object.keys({ ...was, ...is })
    .filter((field) => field !== 'builtYear')
    .flatMap((field) => {
      const [before, after] = [numeric(was, field), numeric(is, field)];
      return before === after ? [] : [{ form, line, field: field as ReportField, was: before, is: after }];
    });
}
