/** React: six controlled boxes as tutorials write them, each with its own place in an array. No paste. */
import { useRef } from 'react';
import { digits, label } from './page.js';
import { createElement, draw, useCode } from './react.js';

draw(() => {
  const [code, setCode] = useCode();
  const inputs = useRef([]);
  const characters = Array.from({ length: digits }, (_, at) => code[at] ?? ' ');
  const put = (at, character) => {
    const next = characters.map((one, place) => (place === at ? character || ' ' : one)).join('');
    setCode(next.trimEnd());
    if (character !== '') inputs.current[at + 1]?.focus();
  };
  const box = (character, at) =>
    createElement('input', {
      key: at,
      className: 'box',
      ref: (input) => {
        inputs.current[at] = input;
      },
      value: character.trim(),
      maxLength: 1,
      onChange: ({ target }) => /^\d?$/.test(target.value) && put(at, target.value),
      onKeyDown: ({ key }) => {
        if (key === 'Backspace' && character === ' ') inputs.current[at - 1]?.focus();
      },
    });
  return createElement('div', null, createElement('p', null, label), characters.map(box));
});
