import { formulaOpening } from './clean-text.ts';
import { columnLetters } from './raw-table.ts';
import { type CellFormat, type CellLook, styleOf, stylesXml } from './workbook-styles.ts';
import { writeZip, type ZipPart } from './write-zip.ts';

/** A value to be written: text stays text, a number a number; a serial is a date (see `serialOfLocal`). */
export type OutValue = null | string | number | boolean | { readonly serial: number };

export interface OutCell {
  readonly value: OutValue;
  readonly format?: CellFormat;
  readonly look?: CellLook;
}

export interface OutRow {
  readonly cells: readonly (OutCell | null)[];
  readonly hidden?: boolean;
}

export interface OutColumn {
  /** In characters. */
  readonly width?: number;
  readonly hidden?: boolean;
  /** Format of cells that are still empty: text columns keep leading zeros. */
  readonly format?: CellFormat;
}

/** A drop-down for the cells of a column below the header. */
export interface DropDown {
  readonly column: number;
  readonly fromRow: number;
  readonly toRow: number;
  /** A range with the choices: `lists!$A$1:$A$9`. */
  readonly range: string;
  /** Whether anything else may be typed. */
  readonly strict: boolean;
}

export interface OutSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly columns: readonly OutColumn[];
  readonly rows: Iterable<OutRow> | AsyncIterable<OutRow>;
  /** Rows that stay in sight when the rest scrolls. */
  readonly frozenRows?: number;
  readonly dropDowns?: readonly DropDown[];
  /** Printed at the foot of every page. */
  readonly pageFooter?: string;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const packageLinks = 'http://schemas.openxmlformats.org/package/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Writes an xlsx workbook as a stream; rows are taken as they come and none is kept. */
export function writeWorkbook(sheets: readonly OutSheet[]): AsyncGenerator<Buffer> {
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', content: [contentTypes(sheets)] },
    { name: '_rels/.rels', content: [relationships([['officeDocument', 'xl/workbook.xml']])] },
    { name: 'xl/workbook.xml', content: [workbookXml(sheets)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [
        relationships([
          ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
          ['styles', 'styles.xml'],
        ]),
      ],
    },
    { name: 'xl/styles.xml', content: [stylesXml] },
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(sheet) })),
  ];
  return writeZip(parts);
}

const contentTypes = (sheets: readonly OutSheet[]): string =>
  `${declaration}<Types xmlns="${types}">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>` +
  sheets
    .map(
      (_, index) =>
        `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
    )
    .join('') +
  '</Types>';

const relationships = (targets: readonly (readonly [string, string])[]): string =>
  `${declaration}<Relationships xmlns="${packageLinks}">` +
  targets
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${links}/${type}" Target="${target}"/>`)
    .join('') +
  '</Relationships>';

const workbookXml = (sheets: readonly OutSheet[]): string =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${links}"><sheets>` +
  sheets
    .map(({ name, state }, index) => {
      const hidden = state === undefined ? '' : ` state="${state}"`;
      return `<sheet name="${escaped(sheetNameOf(name))}" sheetId="${index + 1}"${hidden} r:id="rId${index + 1}"/>`;
    })
    .join('') +
  '</sheets></workbook>';

/** A sheet's name has at most 31 characters and none of `[]:*?/\`. */
export const sheetNameOf = (name: string): string =>
  name
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 31) || 'Sheet1';

async function* sheetXml(sheet: OutSheet): AsyncGenerator<string> {
  yield `${declaration}<worksheet xmlns="${main}">${paneXml(sheet.frozenRows ?? 0)}${columnsXml(sheet.columns)}<sheetData>`;
  let line = 0;
  let piece = '';
  for await (const row of sheet.rows) {
    line += 1;
    piece += rowXml(row, line);
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  const dropDowns = sheet.dropDowns ?? [];
  const validations =
    dropDowns.length === 0
      ? ''
      : `<dataValidations count="${dropDowns.length}">${dropDowns.map(dropDownXml).join('')}</dataValidations>`;
  const footer =
    sheet.pageFooter === undefined
      ? ''
      : `<headerFooter><oddFooter>&amp;L${escaped(sheet.pageFooter.replaceAll('&', '&&'))}&amp;R&amp;P/&amp;N</oddFooter></headerFooter>`;
  yield `${piece}</sheetData>${validations}${footer}</worksheet>`;
}

const paneXml = (frozen: number): string =>
  frozen === 0
    ? ''
    : `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;

const columnsXml = (columns: readonly OutColumn[]): string =>
  columns.length === 0
    ? ''
    : `<cols>${columns
        .map(({ width, hidden, format }, index) => {
          const place = index + 1;
          const style = styleOf(format ?? 'general', 'plain');
          return `<col min="${place}" max="${place}" width="${width ?? 14}" customWidth="1" style="${style}"${hidden ? ' hidden="1"' : ''}/>`;
        })
        .join('')}</cols>`;

const dropDownXml = ({ column, fromRow, toRow, range, strict }: DropDown): string => {
  const letters = columnLetters(column);
  const error = strict ? ' showErrorMessage="1" errorTitle="请从列表中选择"' : '';
  return `<dataValidation type="list" allowBlank="1"${error} sqref="${letters}${fromRow}:${letters}${toRow}"><formula1>${escaped(range)}</formula1></dataValidation>`;
};

function rowXml(row: OutRow, line: number): string {
  let cells = '';
  for (const [column, cell] of row.cells.entries()) if (cell !== null) cells += cellXml(cell, column, line);
  return `<row r="${line}"${row.hidden ? ' hidden="1"' : ''}>${cells}</row>`;
}

function cellXml({ value, format = 'general', look = 'plain' }: OutCell, column: number, line: number): string {
  const place = `<c r="${columnLetters(column)}${line}"`;
  if (typeof value === 'string' && value !== '') {
    const style = styleOf(format, guarded(look, value));
    return `${place} s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(fitting(value))}</t></is></c>`;
  }
  const style = styleOf(format, look);
  if (value === null || value === '') return look === 'plain' ? '' : `${place} s="${style}"/>`;
  if (typeof value === 'boolean') return `${place} s="${style}" t="b"><v>${value ? 1 : 0}</v></c>`;
  const number = typeof value === 'number' ? value : (value as { serial: number }).serial;
  if (!Number.isFinite(number)) throw new RangeError(`a cell cannot hold ${number}`);
  return `${place} s="${style}"><v>${number}</v></c>`;
}

/**
 * A text cell is never a formula to the program that opens it; `quotePrefix` keeps it text when somebody edits the cell
 * or saves the sheet anew, without changing a character of it.
 */
function guarded(look: CellLook, value: string): CellLook {
  if (!formulaOpening.test(value)) return look;
  return look === 'bad' ? 'badGuarded' : look === 'plain' ? 'guarded' : look;
}

const mostCharacters = 32_767;
const fitting = (text: string): string =>
  text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text;

// oxlint-disable-next-line no-control-regex -- what XML cannot carry
const special = /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_|\p{Surrogate}/u;
// oxlint-disable-next-line no-control-regex -- what XML cannot carry
const specials = /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)|\p{Surrogate}/gu;

/** Text for XML; what XML cannot carry becomes `_x0000_` (ECMA-376 part 1, 22.9.2.19), a lone surrogate U+FFFD. */
export function escaped(text: string): string {
  if (!special.test(text)) return text;
  return text.replaceAll(specials, (character) => {
    switch (character) {
      case '&':
        return '&amp;';
      case '<':
        return '&lt;';
      case '>':
        return '&gt;';
      case '"':
        return '&quot;';
      default: {
        const code = character.charCodeAt(0);
        return code >= 0xd800 && code <= 0xdfff ? '\ufffd' : `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
      }
    }
  });
}
