import { mediaTypes } from './upload-point.ts';

const served = new Set<string>(Object.values(mediaTypes));

/**
 * Headers under which a stored file leaves: always as an attachment with its name, never sniffed, never run, never
 * framed, never cached by others (SEC-FI-06). The route that sends them must set no cookie.
 */
export function attachmentHeaders(file: {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}): Readonly<Record<string, string>> {
  return {
    'content-type': served.has(file.mediaType) ? file.mediaType : 'application/octet-stream',
    'content-length': String(file.bytes),
    'content-disposition': attachmentName(file.name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-store',
  };
}

/**
 * Headers under which a PDF is shown inside one of our own pages by the browser's reader: a page of ours alone may frame it, nothing of ours runs in
 * it, and it reaches nothing. There is no `sandbox`: browsers start their reader of PDF in no sandboxed frame (docs/decisions/0013).
 */
export function previewHeaders(file: {
  readonly name: string;
  readonly bytes: number;
}): Readonly<Record<string, string>> {
  return {
    ...attachmentHeaders({ ...file, mediaType: mediaTypes.pdf }),
    'content-disposition': attachmentName(file.name).replace(/^attachment/, 'inline'),
    'content-security-policy':
      "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  };
}

/**
 * `attachment` with the name twice: in plain ASCII for old programs, and in full (RFC 6266, RFC 8187). Quotes, line ends
 * and percent signs of the name cannot end the field or begin another.
 */
export function attachmentName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7e]/g, '_')
    .replaceAll(/["\\%;]/g, '_');
  const full = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (character) => `%${character.codePointAt(0)!.toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
