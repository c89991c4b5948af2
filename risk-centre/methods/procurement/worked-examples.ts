/** The published worked examples that the methods of procurement reproduce. */
import examples from './worked-examples.json' with { type: 'json' };

export { examples };
export { near } from '../worked-examples.ts';
