/** Vue: `v-model` on one field that is cut to size by a watcher. */
import { h, vModelText, watch, withDirectives } from 'vue';
import { digits, label } from './page.js';
import { draw, watched } from './vue.js';

draw({
  setup() {
    const code = watched();
    watch(code, (text) => {
      code.value = text.replace(/\D/g, '').slice(0, digits);
    });
    const properties = {
      id: 'code',
      'onUpdate:modelValue': (text) => {
        code.value = text;
      },
    };
    return () => [
      h('label', { for: 'code' }, label),
      withDirectives(h('input', properties), [[vModelText, code.value]]),
    ];
  },
});
