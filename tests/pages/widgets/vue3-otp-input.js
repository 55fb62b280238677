/** vue3-otp-input: boxes of type number; sends by itself. */
import { h } from 'vue';
import VOtpInput from 'vue3-otp-input';
import { digits, label, send } from './page.js';
import { draw, watched } from './vue.js';

draw({
  setup() {
    const code = watched();
    const set = (text) => {
      code.value = text;
    };
    return () => [
      h('h3', label),
      h(VOtpInput, {
        numInputs: digits,
        inputType: 'number',
        inputClasses: 'box',
        onOnChange: set,
        onOnComplete: (whole) => {
          set(whole);
          void send(whole);
        },
      }),
    ];
  },
});
