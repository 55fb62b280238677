/** Svelte: `svelte-field.svelte`. */
import { mount } from 'svelte';
import { root } from './page.js';
import Widget from './svelte-field.svelte';

mount(Widget, { target: root });
