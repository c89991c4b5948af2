/** The door of the tests: a house with the cast in it, on a database of its own. */
export { house, type House, type Person } from './house.ts';
export { freshDatabase } from './database.ts';
