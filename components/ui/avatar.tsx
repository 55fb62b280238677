/** A tile with the first letter of a service, in a colour that stays the same for it. */
const HUES = 8;

export function Avatar({ service }: { readonly service: string }) {
  return (
    <span class={`avatar hue-${hueOf(service)}`} aria-hidden="true">
      {firstLetterOf(service)}
    </span>
  );
}

export function firstLetterOf(service: string): string {
  const [first = '?'] = service.trim().match(/[\p{L}\p{N}]/u) ?? [];
  return first.toUpperCase();
}

/** FNV-1a over the code units: any even spread would do. */
export function hueOf(service: string): number {
  let hash = 0x811c9dc5;
  for (const unit of service.toLowerCase()) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % HUES;
}
