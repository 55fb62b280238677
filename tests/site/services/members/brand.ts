/** What tells one played service from another, and the frame around its pages. */
import type { Reply } from '../../exchange.ts';
import { html, type Markup } from '../../html.ts';
import type { Words } from '../../language.ts';
import { sheet } from '../../layout.ts';
import type { Member } from '../../members.ts';
import type { CodeRule } from '../../sent-codes.ts';
import type { Route, Visit } from '../../service.ts';
import type { ServiceId } from '../../switches.ts';

export interface Brand {
  readonly id: ServiceId;
  /** Under https routing the service lives here. */
  readonly host: string;
  readonly home: string;
  /** The number its messages come from: 1069 is the mainland's range for companies. */
  readonly sender: string;
  readonly mailFrom: string;
  readonly rule: CodeRule;
  readonly accountsPerNumber: number;
  readonly countries: readonly string[];
  /** Messages end in the line that binds the code to the host. */
  readonly bindsCodes: boolean;
  readonly accountPattern: RegExp;
  words(words: Words): BrandWords;
}

export interface BrandWords {
  readonly name: string;
  /** In front of each message. */
  readonly tag: string;
  readonly about: string;
  readonly account: string;
  readonly accountRule: string;
}

interface BrandSheet {
  readonly title: string;
  readonly content: Markup;
  readonly scripts?: readonly string[];
  readonly status?: number;
}

export function brandSheet(visit: Visit, brand: Brand, { title, ...rest }: BrandSheet): Reply {
  const { name } = brand.words(visit.words);
  const badge = { id: brand.id, name, home: brand.home };
  return sheet(visit, { ...rest, title: `${title} · ${name}`, badge });
}

/** A page that only says something, with the way on. */
export function saying(
  visit: Visit,
  brand: Brand,
  said: { title: string; text: string; next?: string; way?: string; isGood?: boolean; status?: number },
): Reply {
  const { title, text, next = brand.home, way = visit.words.members.back, isGood = false, status } = said;
  const role = isGood ? html`role="status" class="success"` : html`role="alert" class="failure"`;
  const content = html`<div class="card"><h1 ${role}>${title}</h1><p>${text}</p></div>
<p><a class="wide" href="${next}">${way}</a></p>`;
  return brandSheet(visit, brand, { title, content, status });
}

const SLOW_MS = 6_000;

/** Every page of a brand, behind the switches that hold for all of them. */
export function brandRoutes(brand: Brand, routes: readonly Route[]): readonly Route[] {
  return routes.map((route) => ({
    ...route,
    handle(visit) {
      const { switches } = visit.world.town;
      if (switches.isOn(brand.id, 'network-cut'))
        return { status: 200, type: 'text/plain', body: '', isCut: true };
      if (switches.isOn(brand.id, 'service-down')) return down(visit, brand);
      const reply = route.handle(visit);
      return switches.isOn(brand.id, 'slow') ? { ...reply, delayMs: SLOW_MS } : reply;
    },
  }));
}

function down(visit: Visit, brand: Brand): Reply {
  const { title, text } = visit.words.members.down;
  return saying(visit, brand, {
    title,
    text,
    status: 503,
    next: visit.url.pathname,
    way: visit.words.members.again,
  });
}

export function remember(visit: Visit, member: Member, deed: Member['history'][number]['deed']): void {
  member.history.unshift({ atMs: visit.world.town.nowMs(), deed });
}

/** Day and minute by UTC, as the server writes them. */
export function dateTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
