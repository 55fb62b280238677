/** A message that stays in its place: what happened, and at most one thing to do. */
import { CircleAlert, Info, ShieldAlert, ShieldCheck } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { FaultCode } from '../../utils/fault.ts';
import { faultText } from '../fault-text.ts';

const ICONS = { info: Info, good: ShieldCheck, warning: ShieldAlert, fault: CircleAlert };

interface Props {
  readonly sort: keyof typeof ICONS;
  readonly children: ComponentChildren;
  readonly action?: ComponentChildren;
  readonly id?: string;
}

export function Notice({ sort, children, action, id }: Props) {
  const Icon = ICONS[sort];
  return (
    <div class={`notice notice-${sort}`} id={id} role={sort === 'fault' ? 'alert' : undefined}>
      <Icon size={16} aria-hidden="true" />
      <div class="notice-text">{children}</div>
      {action}
    </div>
  );
}

export function FaultNotice({ fault, id }: { readonly fault: FaultCode | null; readonly id?: string }) {
  return fault === null ? null : (
    <Notice sort="fault" id={id}>
      {faultText(fault)}
    </Notice>
  );
}
