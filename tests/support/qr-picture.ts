/** QR codes as a person has them: picture files, and a film for the browser's fake camera. Drawn by the library the practice site uses. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeQR } from 'qr';

export interface PictureFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function pictureOf(text: string, name = 'code.gif'): PictureFile {
  const gif = encodeQR(text, 'gif', { border: 4, scale: 6 });
  return { name, mimeType: 'image/gif', buffer: Buffer.from(gif) };
}

/** The same as an address for `<img>`. */
export function pictureAddress(text: string): string {
  return `data:image/gif;base64,${pictureOf(text).buffer.toString('base64')}`;
}

/** A picture with nothing in it: GIF89a, one white pixel. */
export const BLANK: PictureFile = {
  name: 'holiday.gif',
  mimeType: 'image/gif',
  buffer: Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64'),
};

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES_EACH = 10;

/** Flags for a camera that sees these codes one after the other, again and again. The browser's question is answered with yes. */
export function cameraThatSees(texts: readonly string[]): string[] {
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${filmOf(texts)}`,
  ];
}

/** YUV4MPEG2, full-size luma and a quarter of each chroma: the format of `mjpegtools`, which Chromium reads. */
function filmOf(texts: readonly string[]): string {
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  const grey = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frames = texts.flatMap((text) => {
    const frame = Buffer.concat([Buffer.from('FRAME\n'), lumaOf(text), grey]);
    return Array.from({ length: FRAMES_EACH }, () => frame);
  });
  const path = join(mkdtempSync(join(tmpdir(), 'tallystick-camera-')), 'film.y4m');
  writeFileSync(path, Buffer.concat([header, ...frames]));
  return path;
}

function lumaOf(text: string): Buffer {
  const luma = Buffer.alloc(WIDTH * HEIGHT, 235);
  const rows = text === '' ? [] : encodeQR(text, 'raw', { border: 4 });
  const dot = Math.floor(HEIGHT / Math.max(rows.length, 1));
  const left = Math.floor((WIDTH - rows.length * dot) / 2);
  for (const [y, row] of rows.entries()) {
    for (const [x, isDark] of row.entries()) {
      if (!isDark) continue;
      for (let line = 0; line < dot; line += 1) {
        const from = (y * dot + line) * WIDTH + left + x * dot;
        luma.fill(16, from, from + dot);
      }
    }
  }
  return luma;
}
