/** The frame of every screen but the list: a way back, a title that takes the focus, and what scrolls. */
import { ArrowLeft } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { showList, wentBack } from '../state/view.ts';
import { t } from '../text/i18n.ts';
import { IconButton } from './icon-button.tsx';

interface Props {
  readonly title: string;
  readonly onBack?: (() => void) | null;
  readonly children: ComponentChildren;
  readonly foot?: ComponentChildren;
}

export function Screen({ title, onBack = showList, children, foot }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Without it the focus would be lost with the screen before, and a screen reader would not say where it is now.
  useEffect(() => {
    if (!heading.current?.closest('.screen')?.contains(document.activeElement)) heading.current?.focus();
  }, []);
  return (
    <main
      class={`screen ${wentBack.value ? '' : 'screen-forward'}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || onBack === null || event.defaultPrevented) return;
        event.preventDefault();
        onBack();
      }}
    >
      <header class="bar">
        {onBack !== null && (
          <IconButton label={t('common.back')} onClick={onBack}>
            <ArrowLeft size={18} />
          </IconButton>
        )}
        <h1 ref={heading} tabIndex={-1} class="bar-title">
          {title}
        </h1>
      </header>
      <div class="scroll">{children}</div>
      {foot !== undefined && <footer class="foot">{foot}</footer>}
    </main>
  );
}
