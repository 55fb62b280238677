/** A button that shows only a picture and says its name. */
import type { ComponentChildren, JSX } from 'preact';
import { isFirstFrame } from '../state/first-frame.ts';

type Props = JSX.IntrinsicElements['button'] & {
  readonly label: string;
  readonly children: ComponentChildren;
};

export function IconButton({ label, children, class: extra = '', ...rest }: Props) {
  return (
    <button type="button" class={`icon-button ${extra}`} aria-label={label} title={label} {...rest}>
      {isFirstFrame.value ? null : children}
    </button>
  );
}
