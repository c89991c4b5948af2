/** Longer than any browser takes to begin a download. */
const KEPT_MS = 60_000;

/**
 * Hands a file to the browser to be saved under its name. Its address is given up only afterwards: given up at once, the download now and then loses
 * its name or does not begin.
 */
export function handFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
