/** How a cell's value is shown. */
export type CellFormat = 'general' | 'text' | 'integer' | 'money' | 'day' | 'instant';
/** How a cell looks. `guarded` is text that a program must never take for a formula (SEC-FI-12). */
export type CellLook = 'plain' | 'header' | 'required' | 'bad' | 'quiet' | 'guarded' | 'badGuarded';

// Number formats: built-in ones by number, own ones from 164 on (ECMA-376 part 1, 18.8.30).
const formats: Readonly<Record<CellFormat, number>> = {
  general: 0,
  text: 49,
  integer: 1,
  money: 4,
  day: 164,
  instant: 165,
};

const looks: Readonly<Record<CellLook, { font: number; fill: number; wrap?: true; quote?: true }>> = {
  plain: { font: 0, fill: 0 },
  header: { font: 1, fill: 2, wrap: true },
  required: { font: 2, fill: 2, wrap: true },
  bad: { font: 0, fill: 3 },
  quiet: { font: 3, fill: 0 },
  guarded: { font: 0, fill: 0, quote: true },
  badGuarded: { font: 0, fill: 3, quote: true },
};

const formatNames = Object.keys(formats) as CellFormat[];
const lookNames = Object.keys(looks) as CellLook[];

/** Place of a format and a look in the workbook's list of cell formats. */
export const styleOf = (format: CellFormat, look: CellLook): number =>
  lookNames.indexOf(look) * formatNames.length + formatNames.indexOf(format);

const solid = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
const font = (inside: string): string => `<font><sz val="11"/>${inside}<name val="DengXian"/><family val="2"/></font>`;

const cellFormats = lookNames.flatMap((look) =>
  formatNames.map((format) => {
    const { font: fontId, fill, wrap, quote } = looks[look];
    const opening = `<xf numFmtId="${formats[format]}" fontId="${fontId}" fillId="${fill}" borderId="0" xfId="0"`;
    const applied = ' applyNumberFormat="1" applyFont="1" applyFill="1"';
    const quoted = quote ? ' quotePrefix="1"' : '';
    return wrap
      ? `${opening}${applied}${quoted} applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>`
      : `${opening}${applied}${quoted}/>`;
  }),
);

/** The styles part, the same for every workbook that is written here. Bad cells are light red and say why beside it. */
export const stylesXml = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>',
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>',
  `<fonts count="4">${font('<color rgb="FF000000"/>')}${font('<b/><color rgb="FF000000"/>')}`,
  `${font('<b/><color rgb="FFB42318"/>')}${font('<color rgb="FF808080"/>')}</fonts>`,
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  `${solid('FFE8EEF7')}${solid('FFFFC7CE')}</fills>`,
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${cellFormats.length}">${cellFormats.join('')}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');
