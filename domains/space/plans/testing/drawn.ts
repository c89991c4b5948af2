/** Drawings as tests write them: the groups of an ASCII DXF. */
type At = readonly [number, number, number?];

/** `0 LINE 8 R` as single groups. */
const groups = (said: string): string[] => said.split(' ');

export const lightLine = (layer: string, corners: readonly At[]): string[] => [
  ...groups(`0 LWPOLYLINE 8 ${layer} 90 ${corners.length} 70 1`),
  ...corners.flatMap(([x, y, bulge]) => groups(`10 ${x} 20 ${y}${bulge ? ` 42 ${bulge}` : ''}`)),
];

export const oldLine = (layer: string, corners: readonly At[]): string[] => [
  ...groups(`0 POLYLINE 8 ${layer} 66 1 70 1`),
  ...corners.flatMap(([x, y]) => groups(`0 VERTEX 8 ${layer} 10 ${x} 20 ${y}`)),
  '0',
  'SEQEND',
];

export const line = (layer: string, [ax, ay]: At, [bx, by]: At): string[] =>
  groups(`0 LINE 8 ${layer} 10 ${ax} 20 ${ay} 11 ${bx} 21 ${by}`);

export const said = (kind: 'TEXT' | 'MTEXT', layer: string, [x, y]: At, text: string): string[] => [
  ...groups(`0 ${kind} 8 ${layer} 10 ${x} 20 ${y} 40 300 1`),
  text,
];

/** @param units $INSUNITS: 4 are millimetres, 6 metres */
export const dxf = (units: number, ...entities: readonly (readonly string[])[]): string =>
  [
    ...groups(`0 SECTION 2 HEADER 9 $ACADVER 1 AC1027 9 $INSUNITS 70 ${units} 0 ENDSEC`),
    ...groups('0 SECTION 2 BLOCKS 0 BLOCK 0 LWPOLYLINE 8 R 0 ENDBLK 0 ENDSEC'),
    ...groups('0 SECTION 2 ENTITIES'),
    ...entities.flat(),
    ...groups('0 ENDSEC 0 EOF'),
  ].join('\r\n');
