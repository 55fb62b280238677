/** React: boxes that are made anew after every keystroke, because their key changes with the code. */
import { useEffect, useRef } from 'react';
import { digits, label } from './page.js';
import { createElement, draw, useCode } from './react.js';

draw(() => {
  const [code, setCode] = useCode();
  const row = useRef(null);
  useEffect(() => {
    if (code !== '') row.current?.querySelectorAll('input')[Math.min(code.length, digits - 1)]?.focus();
  }, [code]);
  const box = (_, at) =>
    createElement('input', {
      key: `${at} ${code}`,
      className: 'box',
      maxLength: 1,
      value: code[at] ?? '',
      onChange: ({ target }) => setCode((code.slice(0, at) + target.value).slice(0, digits)),
    });
  return createElement(
    'div',
    { ref: row, role: 'group', 'aria-label': label },
    Array.from({ length: digits }, box),
  );
});
