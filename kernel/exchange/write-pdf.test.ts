import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { linesOf, type PdfPaper, writePdf } from './write-pdf.ts';

const paper = (rows: number): PdfPaper => ({
  title: '资产盘点报告',
  foot: 'PD-2026-0001',
  at: new Date('2026-03-05T01:00:00Z'),
  blocks: [
    { kind: 'heading', text: '差异' },
    { kind: 'text', text: '第一段' },
    { kind: 'pairs', rows: [['单位', '临江市财政局']] },
    {
      kind: 'table',
      heads: ['编号', '名称'],
      widths: [0.3, 0.7],
      rows: Array.from({ length: rows }, (_, n) => [`ZC-${n}`, '办公桌']),
    },
  ],
});

/** What a reader finds: every object at the offset of the table, and the texts of every page. */
function readBack(bytes: Buffer): { readonly pages: number; readonly text: string } {
  const plain = bytes.toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(plain)![1]);
  const table = plain.slice(start);
  const offsets = [...table.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  for (const [n, offset] of offsets.entries())
    expect(plain.slice(offset, offset + 12)).toMatch(new RegExp(`^${n + 1} 0 obj`));
  let text = '';
  for (const found of plain.matchAll(/<< \/Length (\d+) \/Filter \/FlateDecode >>\nstream\n/g)) {
    const begin = found.index + found[0].length;
    const content = inflateSync(bytes.subarray(begin, begin + Number(found[1]))).toString('latin1');
    for (const [, hex] of content.matchAll(/<([0-9A-F]*)> Tj/g))
      text += `${Buffer.from(hex!, 'hex').swap16().toString('utf16le')}\n`;
  }
  return { pages: [...plain.matchAll(/\/Type \/Page /g)].length, text };
}

test('objects stand where the table says, and every text is on a page', () => {
  const { pages, text } = readBack(writePdf(paper(3)));
  expect(pages).toBe(1);
  for (const part of ['资产盘点报告', '差异', '第一段', '临江市财政局', 'ZC-2', '办公桌', 'PD-2026-0001    1 / 1'])
    expect(text).toContain(part);
});

test('a long table turns the page, with its heads again; nothing is lost', () => {
  const { pages, text } = readBack(writePdf(paper(200)));
  expect(pages).toBeGreaterThan(3);
  expect(text.match(/ZC-\d+/g)).toHaveLength(200);
  expect(text.match(/编号/g)).toHaveLength(pages);
});

test('the same paper is the same bytes; another one is not', () => {
  expect(writePdf(paper(5)).equals(writePdf(paper(5)))).toBe(true);
  expect(writePdf(paper(5)).equals(writePdf(paper(6)))).toBe(false);
});

test('lines break by width, Latin half as wide; a line feed always breaks', () => {
  expect(linesOf('一二三四五', 10, 30)).toEqual(['一二三', '四五']);
  expect(linesOf('abcdef', 10, 30)).toEqual(['abcdef']);
  expect(linesOf('一\n二', 10, 300)).toEqual(['一', '二']);
});
