/** Preact: a signal bound to one field. */
import { effect, signal } from '@preact/signals';
import { h, render } from 'preact';
import { holds, label, ready, root } from './page.js';

const code = signal('');
effect(() => holds(code.value));
const onInput = ({ currentTarget }) => {
  code.value = currentTarget.value;
};
render(h('label', null, label, h('input', { type: 'text', name: 'otp', value: code, onInput })), root);
ready();
