import { deflateSync } from 'node:zlib';

/** A paper of A4 pages, told in blocks. */
export interface PdfPaper {
  readonly title: string;
  readonly blocks: readonly PdfBlock[];
  /** Stands at the foot of every page, before its number. */
  readonly foot: string;
  readonly at: Date;
}

export type PdfBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pairs'; readonly rows: readonly (readonly [string, string])[] }
  /** `widths` are shares of the page. */
  | {
      readonly kind: 'table';
      readonly heads: readonly string[];
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    };

const page = { width: 595, height: 842, margin: 56 } as const;
const inner = page.width - 2 * page.margin;
const size = { title: 16, heading: 12, text: 10 } as const;

/** Of the size: a Chinese character is as wide as it is high, a Latin one half of it, as the font below declares. */
const widthOf = (text: string, points: number): number =>
  [...text].reduce((sum, sign) => sum + (sign <= '\u007E' ? 0.5 : 1), 0) * points;

/** Breaks a text into lines of at most so many points; a line feed always breaks. */
export function linesOf(text: string, points: number, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = [''];
    let used = 0;
    for (const sign of paragraph) {
      const wide = widthOf(sign, points);
      if (used + wide > width && lines.at(-1) !== '') {
        lines.push('');
        used = 0;
      }
      lines[lines.length - 1] += sign;
      used += wide;
    }
    return lines;
  });
}

interface Drawn {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly points: number;
}

/** Lays the blocks out, top to bottom; rows of a table stay whole, its heads stand again on every page. */
function laidOut({ title, blocks }: PdfPaper): readonly (readonly Drawn[])[] {
  const pages: Drawn[][] = [[]];
  let y = page.height - page.margin;
  const turn = (needed: number) => {
    if (y - needed >= page.margin + 20) return false;
    pages.push([]);
    y = page.height - page.margin;
    return true;
  };
  const draw = (text: string, x: number, at: number, points: number) =>
    void pages.at(-1)!.push({ text, x, y: at, points });
  const paragraph = (text: string, points: number, gap: number) => {
    for (const line of linesOf(text, points, inner)) {
      turn(points * 1.5);
      y -= points * 1.5;
      draw(line, page.margin, y, points);
    }
    y -= gap;
  };
  const row = (cells: readonly string[], widths: readonly number[], points: number): void => {
    const broken = cells.map((cell, n) => linesOf(cell, points, widths[n]! * inner - 6));
    const high = Math.max(...broken.map(({ length }) => length)) * points * 1.45;
    turn(high);
    let x = page.margin;
    for (const [n, lines] of broken.entries()) {
      for (const [i, line] of lines.entries()) draw(line, x, y - (i + 1) * points * 1.45, points);
      x += widths[n]! * inner;
    }
    y -= high + 2;
  };
  paragraph(title, size.title, 8);
  for (const block of blocks) {
    if (block.kind === 'heading') {
      turn(60);
      y -= 8;
      paragraph(block.text, size.heading, 2);
    } else if (block.kind === 'text') paragraph(block.text, size.text, 4);
    else if (block.kind === 'pairs') for (const pair of block.rows) row(pair, [0.28, 0.72], size.text);
    else {
      row(block.heads, block.widths, size.text);
      for (const cells of block.rows) {
        if (turn(size.text * 1.45)) row(block.heads, block.widths, size.text);
        row(cells, block.widths, size.text);
      }
    }
  }
  return pages;
}

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
const stamp = (at: Date): string => `D:${at.toISOString().replaceAll(/[-:T]|\.\d+Z$/g, '')}Z`;

/**
 * Writes a paper as PDF 1.7. The same paper is the same bytes.
 *
 * Its font is not in the file: STSong-Light with the CMap UniGB-UTF16-H is of the Adobe-GB1 collection, which readers bring themselves or replace by
 * a Chinese font of the machine (ISO 32000-1, 9.7.5.2). So nothing is embedded that would need a licence. It is no PDF/A for that reason.
 */
export function writePdf(paper: PdfPaper): Buffer {
  const pages = laidOut(paper);
  const objects: (string | Buffer)[] = [];
  const add = (object: string | Buffer): number => objects.push(object);
  const first = 6;
  const refs = pages.map((_page, n) => `${first + 2 * n} 0 R`);
  add('<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >> >>');
  add(`<< /Type /Pages /Kids [${refs.join(' ')}] /Count ${pages.length} >>`);
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UTF16-H /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>',
  );
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] ' +
      '/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>',
  );
  add(`<< /Title <FEFF${hex(paper.title)}> /Producer (OpenGOA) /CreationDate (${stamp(paper.at)}) >>`);
  for (const [n, drawn] of pages.entries()) {
    const foot = `${paper.foot}    ${n + 1} / ${pages.length}`;
    const texts = [...drawn, { text: foot, x: page.margin, y: page.margin - 16, points: 8 }];
    const content = texts
      .map(({ text, x, y, points }) => `BT /F1 ${points} Tf ${x.toFixed(1)} ${y.toFixed(1)} Td <${hex(text)}> Tj ET`)
      .join('\n');
    const packed = deflateSync(Buffer.from(content, 'latin1'));
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * n + 1} 0 R >>`,
    );
    add(
      Buffer.concat([
        Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`, 'latin1'),
        packed,
        Buffer.from('\nendstream', 'latin1'),
      ]),
    );
  }
  return assembled(objects);
}

function assembled(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n', 'latin1')];
  let length = parts[0]!.length;
  const offsets: number[] = [];
  const put = (bytes: Buffer) => {
    parts.push(bytes);
    length += bytes.length;
  };
  for (const [n, object] of objects.entries()) {
    offsets.push(length);
    put(Buffer.from(`${n + 1} 0 obj\n`, 'latin1'));
    put(typeof object === 'string' ? Buffer.from(object, 'latin1') : object);
    put(Buffer.from('\nendobj\n', 'latin1'));
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  put(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${length}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(parts);
}
