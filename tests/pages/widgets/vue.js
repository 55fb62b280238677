/** Draws a Vue component into the page. */
import { createApp, ref, watch } from 'vue';
import { holds, ready, root } from './page.js';

/** State of Vue itself, told to the page whenever it changes. */
export function watched() {
  const code = ref('');
  watch(code, holds);
  return code;
}

/** @param plugins each as `[plugin, options]`. */
export function draw(component, plugins = []) {
  const app = createApp(component);
  for (const [plugin, options] of plugins) app.use(plugin, options);
  app.mount(root);
  ready();
}
