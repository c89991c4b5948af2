import type { Lists, Reads, RefusalOfAny, Verbs } from './doors.ts';

/** What the made files say of a door, by its name. Pages take their types from here and write none of their own. */

export type ReadName = keyof Reads;
export type ListName = keyof Lists;
export type VerbName = keyof Verbs;
export type DoorName = ReadName | ListName | VerbName;

/** `Answer<'vehicles.trip'>` */
export type Answer<Name extends ReadName> = Reads[Name]['answer'];
export type AskedOf<Name extends ReadName> = Reads[Name]['query'];
/** `Row<'vehicles.drives'>`: one row of the ledger. */
export type Row<Name extends ListName> = Lists[Name]['row'];
/** Columns that the ledger filters by. */
export type FilterOf<Name extends ListName> = Lists[Name]['filter'];
/** `Input<'vehicles.dispatch-trip'>` */
export type Input<Name extends VerbName> = Verbs[Name]['input'];
export type Result<Name extends VerbName> = Verbs[Name]['result'];
/** Every code that the verb may refuse with. */
export type RefusalOf<Name extends VerbName> = Verbs[Name]['refusal'] | RefusalOfAny;
