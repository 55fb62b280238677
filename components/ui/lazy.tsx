/** A screen that is loaded when it is first shown, so that opening the popup costs only the list. */
import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentType } from 'preact';

interface Props<P> {
  readonly load: () => Promise<ComponentType<P>>;
  readonly props: P;
}

export function Lazy<P extends object>({ load, props }: Props<P>) {
  const loaded = useSignal<ComponentType<P> | null>(null);
  useSignalEffect(() => {
    void load().then((component) => {
      loaded.value = component;
    });
  });
  const Screen = loaded.value;
  return Screen === null ? <div class="screen" aria-busy="true" /> : <Screen {...props} />;
}
