/** The day on which the bank ends its codes by text message. */
import type { Visit } from '../../service.ts';

export function isOver({ world }: Visit): boolean {
  const { town } = world;
  return town.switches.isOn('bank', 'deadline-passed') || town.nowMs() >= town.smsEndsMs;
}

/** With the switch it was yesterday. @returns `2026-11-20` */
export function deadlineDay({ world }: Visit): string {
  const { town } = world;
  const hasJumped = town.switches.isOn('bank', 'deadline-passed') && town.nowMs() < town.smsEndsMs;
  return new Date(hasJumped ? town.nowMs() - 86_400_000 : town.smsEndsMs).toISOString().slice(0, 10);
}
