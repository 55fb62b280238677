/** Puts a code on the clipboard. Call from a click or a key press: the browser asks for one. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

/** Pictures that were pasted, for reading a QR code from. */
export function pastedImage(event: ClipboardEvent): Blob | null {
  const items = [...(event.clipboardData?.items ?? [])];
  return items.find((item) => item.type.startsWith('image/'))?.getAsFile() ?? null;
}
