/** A QR code for another device to scan: black on white in every theme, with the margin that scanners want. */
import encodeQR from 'qr';

interface Props {
  readonly text: string;
  readonly alt: string;
  /** `low` for much text, whose dots would become too small. */
  readonly ecc: 'low' | 'medium';
}

/** ISO/IEC 18004 §9.1. */
const MARGIN = 4;

export function QrPicture({ text, alt, ecc }: Props) {
  const svg = encodeQR(text, 'svg', { ecc, border: MARGIN });
  return <img class="qr-page" src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={alt} />;
}
