/** Takes the one code that the background pushes, checks once more where it is, writes it, and forgets it. */
import { fillCode } from '../../utils/platform/dom/fill-code.ts';
import type { PageWorld } from '../../utils/platform/dom/page-world.ts';
import { send } from '../../utils/platform/send.ts';
import type { FillPush, RulesPush } from '../../utils/protocol.ts';
import type { Finder } from './finder.ts';

export function isFillPush(message: unknown): message is FillPush {
  return typeof message === 'object' && message !== null && (message as FillPush).tallystick === 'fill';
}

export function isRulesPush(message: unknown): message is RulesPush {
  return typeof message === 'object' && message !== null && (message as RulesPush).tallystick === 'rules';
}

export async function receive(push: FillPush, finder: Finder): Promise<void> {
  const world = globalThis as PageWorld;
  const submit = world.tallystickSubmit;
  world.tallystickSubmit = undefined;
  const outcome = await fill(push, finder).catch(() => 'not-kept');
  if (outcome === 'filled') submit?.(finder.elementsOf(push.fieldId));
  await send('fill.done', { nonce: push.nonce, outcome }).catch(() => undefined);
}

async function fill(push: FillPush, finder: Finder): Promise<string> {
  if (location.origin !== push.expectOrigin || !isSecureContext) return 'wrong-site';
  const elements = () => finder.elementsOf(push.fieldId);
  return fillCode({ code: push.code, replaceExisting: push.replaceExisting, elements });
}
