/** PrimeVue: InputOtp, digits only. */
import PrimeVue from 'primevue/config';
import InputOtp from 'primevue/inputotp';
import { h } from 'vue';
import { digits, label } from './page.js';
import { draw, watched } from './vue.js';

const drawn = {
  setup() {
    const code = watched();
    const set = (text) => {
      code.value = text;
    };
    return () => [
      h('p', label),
      h(InputOtp, {
        modelValue: code.value,
        'onUpdate:modelValue': set,
        length: digits,
        integerOnly: true,
      }),
    ];
  },
};
draw(drawn, [[PrimeVue, { unstyled: true }]]);
