/** Vue: boxes bound one by one, the next opened and focused when one is full. */
import { h, nextTick, ref, watch } from 'vue';
import { digits, label } from './page.js';
import { draw, watched } from './vue.js';

draw({
  setup() {
    const code = watched();
    const characters = ref(Array.from({ length: digits }, () => ''));
    const inputs = [];
    watch(
      characters,
      (all) => {
        code.value = all.join('');
      },
      { deep: true },
    );
    const put = async (at, { target }) => {
      characters.value[at] = target.value.slice(-1);
      await nextTick();
      if (target.value !== '') inputs[at + 1]?.focus();
    };
    const box = (character, at) =>
      h('input', {
        ref: (input) => {
          inputs[at] = input;
        },
        class: 'box',
        type: 'tel',
        maxlength: 1,
        disabled: at > 0 && characters.value[at - 1] === '',
        value: character,
        onInput: (event) => put(at, event),
      });
    return () => h('div', [h('p', label), ...characters.value.map(box)]);
  },
});
