/** Svelte: `svelte-boxes.svelte`. */
import { mount } from 'svelte';
import { root } from './page.js';
import Widget from './svelte-boxes.svelte';

mount(Widget, { target: root });
