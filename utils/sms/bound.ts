/**
 * The last line of an origin-bound message: `@example.com #123456` or `@example.com #123456 @embedded.example`.
 * Source: WICG, "Origin-bound one-time codes delivered via SMS".
 */
export interface BoundTo {
  /** Host of the top-level page. */
  readonly top: string;
  /** Host of the frame the code belongs into; null when it is the page itself. */
  readonly frame: string | null;
}

const HOST = /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u;

/** @returns null where the last line is anything else: one sign wrong, and it is no such line. */
export function readBoundLine(message: string): { readonly code: string; readonly boundTo: BoundTo } | null {
  const last =
    message
      .trimEnd()
      .split(/\r\n|\r|\n/)
      .at(-1) ?? '';
  const line = /^@([^\t\n\f\r ]+) #([^\t\n\f\r ]+)(?: @([^\t\n\f\r ]+))?(?:[\t\n\f\r ].*)?$/u.exec(last);
  if (line === null) return null;
  const [, top = '', code = '', frame = null] = line;
  if (!HOST.test(top) || (frame !== null && !HOST.test(frame))) return null;
  return { code, boundTo: { top: top.toLowerCase(), frame: frame === null ? null : frame.toLowerCase() } };
}
