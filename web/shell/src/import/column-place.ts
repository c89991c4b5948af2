const bare = (header: string) => header.replace(/^[*＊]\s*/, '').replace(/[（(][^（()）]*[)）]$/, '');

/** Where in the file a problem stands: the header as it is written there, with the column it was read as where that is another word. */
export function columnPlace(header: string | undefined, title: string | undefined): string | undefined {
  if (!header || !title) return header || title;
  return bare(header) === bare(title) ? title : `${header}（${title}）`;
}
