/** A text as a picture of a QR code, for paper. */
import encodeQR from 'qr';

export function qrAddress(text: string): string {
  return `data:image/svg+xml,${encodeURIComponent(encodeQR(text, 'svg', { ecc: 'medium' }))}`;
}
