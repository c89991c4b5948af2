import {
  type Drawing,
  type DrawnLabel,
  type DrawnRing,
  isNumber,
  most,
  NotADrawing,
  ringOf,
  Tally,
} from './drawing.ts';
import { loopsOfLines, type Segment } from './loops-of-lines.ts';
import type { Corner } from './outline.ts';

/** $INSUNITS of the header, as far as buildings are drawn in them. */
const metresOf: Readonly<Record<number, number>> = { 1: 0.0254, 2: 0.3048, 4: 0.001, 5: 0.01, 6: 1, 14: 0.1 };

interface Group {
  readonly code: number;
  readonly value: string;
}

/** One entity: its name and its groups in their order. */
interface Entity {
  readonly name: string;
  readonly groups: readonly Group[];
}

/**
 * Rooms of an ASCII DXF: closed LWPOLYLINE and POLYLINE with their arcs, loops of LINE, TEXT and MTEXT as labels, layers and $INSUNITS. Blocks
 * are not unfolded; whatever else stands in the file is counted and told.
 * @throws NotADrawing where the file is too large, binary, or no DXF
 */
export function readDxf(text: string): Drawing {
  if (text.length > most.characters) throw new NotADrawing('too-large');
  if (text.startsWith('AutoCAD Binary DXF') || text.includes('\0')) throw new NotADrawing('binary');
  const rings: DrawnRing[] = [];
  const labels: DrawnLabel[] = [];
  const lines = new Map<string, Segment[]>();
  const unused = new Tally();
  let metres: number | null = null;
  let vertices: { layer: string; closed: boolean; corners: Corner[] } | undefined;
  const addRing = (layer: string, corners: readonly Corner[]) => {
    const ring = ringOf(corners);
    if (!ring) return unused.add('BAD OUTLINE');
    if (rings.push({ layer, label: null, ring, holes: [] }) > most.rings) throw new NotADrawing('too-many');
  };
  const take = ({ name, groups }: Entity) => {
    const layer = textOf(groups, 8).slice(0, 80);
    if (name === 'VERTEX') {
      if (!vertices) return unused.add('VERTEX');
      const [x, y] = [numberOf(groups, 10), numberOf(groups, 20)];
      if (vertices.corners.length <= most.corners) vertices.corners.push([x, y, numberOf(groups, 42, 0)]);
      return;
    }
    if (name === 'SEQEND' && vertices) {
      if (isClosed(vertices)) addRing(vertices.layer, vertices.corners);
      else unused.add('OPEN POLYLINE');
      vertices = undefined;
      return;
    }
    switch (name) {
      case 'POLYLINE':
        vertices = { layer, closed: (numberOf(groups, 70, 0) & 1) === 1, corners: [] };
        return;
      case 'LWPOLYLINE': {
        const line = { closed: (numberOf(groups, 70, 0) & 1) === 1, corners: cornersOf(groups) };
        if (isClosed(line)) addRing(layer, line.corners);
        else unused.add('OPEN LWPOLYLINE');
        return;
      }
      case 'LINE': {
        const [ax, ay, bx, by] = [10, 20, 11, 21].map((code) => numberOf(groups, code)) as [
          number,
          number,
          number,
          number,
        ];
        if (![ax, ay, bx, by].every(isNumber)) return unused.add('BAD LINE');
        const segments = lines.get(layer) ?? [];
        lines.set(layer, segments);
        if (
          segments.push([
            [ax, ay],
            [bx, by],
          ]) > most.labels
        )
          throw new NotADrawing('too-many');
        return;
      }
      case 'TEXT':
      case 'MTEXT': {
        const said = plainText(
          groups
            .filter(({ code }) => code === 1 || code === 3)
            .map(({ value }) => value)
            .join(''),
        );
        const at = [numberOf(groups, 10), numberOf(groups, 20)] as const;
        if (said === '' || !at.every(isNumber)) return unused.add(`EMPTY ${name}`);
        if (labels.push({ layer, text: said, at }) > most.labels) throw new NotADrawing('too-many');
        return;
      }
      default:
        unused.add(name);
    }
  };
  let sections = 0;
  for (const found of sectionsOf(text)) {
    sections += 1;
    if ('units' in found) metres = metresOf[found.units] ?? null;
    else take(found);
  }
  if (sections === 0) throw new NotADrawing('not-a-drawing');
  for (const [layer, segments] of lines) {
    const { loops, left } = loopsOfLines(segments, metres ?? 0.001);
    for (const loop of loops) addRing(layer, loop);
    if (left > 0) unused.add('LINE', left);
  }
  return { rings, labels, metres, unused: unused.counts };
}

/** Drafts often close a line by drawing its last corner upon its first. */
const isClosed = ({ closed, corners }: { closed: boolean; corners: readonly Corner[] }): boolean => {
  const [first, last] = [corners[0], corners.at(-1)];
  return closed || (corners.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1]);
};

const textOf = (groups: readonly Group[], asked: number): string =>
  groups.find(({ code }) => code === asked)?.value ?? '';
const numberOf = (groups: readonly Group[], asked: number, without = Number.NaN): number => {
  const said = textOf(groups, asked).trim();
  return said === '' ? without : Number(said);
};

/** Corners of an LWPOLYLINE: each begins with its x (10), and may say its bulge (42). */
function cornersOf(groups: readonly Group[]): Corner[] {
  const corners: [number, number, number][] = [];
  for (const { code, value } of groups) {
    const said = Number(value);
    const last = corners.at(-1);
    if (code === 10) corners.push([said, Number.NaN, 0]);
    else if (code === 20 && last) last[1] = said;
    else if (code === 42 && last) last[2] = said;
    if (corners.length > most.corners + 1) break;
  }
  return corners;
}

/** What an MTEXT says without its formatting: `{\fSimSun|b0;101}\P会议室` is `101 会议室`. */
export const plainText = (said: string): string =>
  said
    .slice(0, 10 * most.text)
    .replaceAll(/\\U\+([0-9A-Fa-f]{4})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/\\[Pp]\b|\\P|\\~|%%[a-zA-Z]/g, ' ')
    .replaceAll(/\\[ACFHQTWacfhqtw][^;\\]{0,100};/g, '')
    .replaceAll(/\\[LlOoKk]/g, '')
    .replaceAll(/[{}\\]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, most.text);

/** The entities of the section ENTITIES one after the other, and the units of the header. Nothing of the file is kept but the entity in hand. */
function* sectionsOf(text: string): Generator<Entity | { readonly units: number }> {
  let section = '';
  let entity: { name: string; groups: Group[] } | undefined;
  let variable = '';
  let awaitsName = false;
  for (const { code, value } of groupsOf(text)) {
    if (code === 0) {
      if (entity) yield entity;
      entity = undefined;
      awaitsName = value === 'SECTION';
      if (value === 'ENDSEC') section = '';
      else if (!awaitsName && section === 'ENTITIES') entity = { name: value.slice(0, 40), groups: [] };
    } else if (awaitsName && code === 2) {
      section = value;
      awaitsName = false;
    } else if (section === 'HEADER') {
      if (code === 9) variable = value;
      else if (variable === '$INSUNITS' && code === 70) yield { units: Number(value) };
    } else if (entity && entity.groups.length < 4 * most.corners) entity.groups.push({ code, value });
  }
  if (entity) yield entity;
}

/** Pairs of lines: a code and its value. A code that is no number ends the reading: from there on nothing can be told apart. */
function* groupsOf(text: string): Generator<Group> {
  let at = 0;
  const line = (): string | undefined => {
    if (at >= text.length) return undefined;
    const end = text.indexOf('\n', at);
    const found = text.slice(at, end < 0 ? undefined : end);
    at = end < 0 ? text.length : end + 1;
    return found.trim();
  };
  for (;;) {
    const code = line();
    const value = line();
    if (code === undefined || value === undefined || !/^-?\d{1,5}$/.test(code)) return;
    yield { code: Number(code), value };
  }
}
