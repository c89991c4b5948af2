import { globSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import { pointsOf, switched, type Point } from './points.ts';

export const house = join(import.meta.dirname, '../../..');
const door = join(import.meta.dirname, 'switch.ts');

/** Sources that answer requests: rooms and the front door. No tests, no screens, no words. */
const places = [
  'kernel/**/*.ts',
  'domains/*/**/*.ts',
  'risk-centre/**/*.ts',
  'service-cloud/**/*.ts',
  'host/http/**/*.ts',
];
const notThese = /\.test\.ts$|\.d\.ts$|(?:^|\/)(?:node_modules|testing|screens|web|methods)\/|testing-|words/;

const sourceFiles = (): string[] =>
  globSync(places, { cwd: house, exclude: (name) => name === 'node_modules' })
    .map((name) => name.split(sep).join('/'))
    .filter((name) => !notThese.test(name))
    .toSorted();

/** Every check of rights in the sources as they stand. */
export const pointsOfHouse = (): Point[] =>
  sourceFiles().flatMap((file) => pointsOf(file, readFileSync(join(house, file), 'utf8')));

/** Vite's part: sources are loaded with their checks switched, in memory; nothing is written anywhere. */
export function withSwitches(): Plugin {
  const files = new Set(sourceFiles());
  return {
    name: 'checks-that-can-be-taken-away',
    enforce: 'pre',
    transform(code, id) {
      const file = relative(house, id.split('?')[0]!).split(sep).join('/');
      if (!files.has(file)) return undefined;
      const points = pointsOf(file, code);
      return points.length === 0 ? undefined : { code: switched(code, points, door), map: null };
    },
  };
}
