/** Longer than any browser takes to begin a download. */
const KEPT_MS = 60_000;

/**
 * Hands a file to the browser to be saved under its name. Its address is given up only when the download has long begun.
 */
export function handFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
