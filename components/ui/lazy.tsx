/** A screen that is loaded when it is first shown, so that opening the popup costs only the list. */
import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentType } from 'preact';

interface Props<P> {
  readonly load: () => Promise<ComponentType<P>>;
  readonly props: P;
  /** For a part of a screen: it takes no place until it is there. */
  readonly isPart?: boolean;
}

export function Lazy<P extends object>({ load, props, isPart }: Props<P>) {
  const loaded = useSignal<ComponentType<P> | null>(null);
  useSignalEffect(() => {
    void load().then((component) => {
      loaded.value = component;
    });
  });
  const Screen = loaded.value;
  if (Screen !== null) return <Screen {...props} />;
  return isPart ? null : <div class="screen" aria-busy="true" />;
}
