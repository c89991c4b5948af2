import type { Id } from '@opengoa/kernel';
import type { DescribedBuilding, DescribedRoom, DescribedSite, RoomState } from './contract.ts';

/** Land, buildings, floors and rooms as the verbs know them. */

export interface Site extends DescribedSite {
  readonly id: Id;
  readonly unit: Id;
  readonly version: number;
}
export interface Building extends DescribedBuilding {
  readonly id: Id;
  /** Who keeps it. */
  readonly unit: Id;
  readonly state: 'in-use' | 'under-repair' | 'disposed';
  readonly version: number;
}
export interface Floor {
  readonly id: Id;
  readonly unit: Id;
  readonly building: Id;
  readonly number: number;
  readonly name: string;
}
export interface Room extends DescribedRoom {
  readonly id: Id;
  /** Who has it in use; while nobody has, who keeps the building. */
  readonly unit: Id;
  readonly building: Id;
  readonly floor: Id;
  readonly drawnAreaM2: number | null;
  readonly state: RoomState;
  readonly version: number;
}

type Known = { readonly id: Id };
export const siteOf = ({ id }: Known) => ({ kind: 'space.site', id });
export const buildingOf = ({ id }: Known) => ({ kind: 'space.building', id });
export const floorOf = ({ id }: Known) => ({ kind: 'space.floor', id });
export const roomOf = ({ id }: Known) => ({ kind: 'space.room', id });
/** Facts of a room bear its place. */
export const placeOf = ({ id, number }: Pick<Room, 'id' | 'number'>) => ({
  place: { kind: 'room' as const, id, name: number },
});

/** How a floor is called where nobody said: 3层, 地下1层. */
export const floorName = (number: number): string => (number > 0 ? `${number}层` : `地下${-number}层`);

export const buildingVerbs = (state: Building['state']): readonly string[] =>
  state === 'disposed'
    ? []
    : [
        'space.change-building',
        'space.register-floor',
        'space.register-room',
        'space.record-right',
        'space.open-dispute',
        'space.dispose-building',
      ];
export const roomVerbs = (state: RoomState): readonly string[] =>
  state === 'disposed'
    ? []
    : ['space.change-room', 'space.allot-room', 'space.seat-person', 'space.split-room', 'space.merge-rooms'];

/** The fields that were sent: a field left out stays as it was. */
export function given<Shape extends object>(change: Shape): { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Shape]?: Exclude<Shape[Key], undefined>;
  };
}
