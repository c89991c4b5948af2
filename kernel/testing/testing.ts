/** The door of the tests: a house with the cast in it, on a database of its own. */
export { house, type House } from './house.ts';
export type { Person } from './person.ts';
export { freshDatabase } from './database.ts';
export type { CastName } from './cast.ts';
export { policiesOff } from './policies-off.ts';
export { codeOf, goodPassword, office as signInOffice, type Browser, type Office } from '../identity/testing-office.ts';
