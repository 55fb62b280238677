/** Hands a file to the browser's own downloads by a link, which asks for no permission. */

/** Long enough for a browser to take hold of the bytes, also on a slow disk or behind its "where to?" dialog. */
const KEEP_MS = 60_000;

/** Call from a page, after a click. Whether the person then keeps the file is not told to us. */
export function saveFile(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link); // Firefox follows no link that is outside the document
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
