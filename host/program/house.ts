/** The door for commands that open the house without its doors to people: the score of the demo city. */
export { loadingMark } from './mode-of-folder.ts';
export { openHouse } from './open-house.ts';
export { readSettings } from './settings.ts';
