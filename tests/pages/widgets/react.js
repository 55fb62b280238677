/** Draws a React component into the page. */
import { createElement, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { holds, ready, root } from './page.js';

export { createElement };

/** State of React itself, told to the page after each render. */
export function useCode() {
  const [code, setCode] = useState('');
  useEffect(() => holds(code), [code]);
  useEffect(ready, []);
  return [code, setCode];
}

export function draw(component) {
  createRoot(root).render(createElement(component));
}
