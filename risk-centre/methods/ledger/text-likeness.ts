/** FI-03: how alike two descriptions are, as the share of their two-character pieces that both have (Jaccard). Spaces do not count. */
export function textLikeness(one: string, other: string, pieceLength = 2): number {
  const [a, b] = [piecesOf(one, pieceLength), piecesOf(other, pieceLength)];
  const both = [...a].filter((piece) => b.has(piece)).length;
  const either = a.size + b.size - both;
  return either === 0 ? 0 : both / either;
}

/** Each piece once; a text shorter than a piece is a piece itself. */
export function piecesOf(text: string, length: number): Set<string> {
  const letters = [...text.replaceAll(/\s/g, '')];
  if (letters.length === 0) return new Set();
  if (letters.length < length) return new Set([letters.join('')]);
  return new Set(Array.from({ length: letters.length - length + 1 }, (_, i) => letters.slice(i, i + length).join('')));
}
