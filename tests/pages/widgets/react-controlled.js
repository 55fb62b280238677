/** React: one controlled field that keeps digits only. */
import { digits, label } from './page.js';
import { createElement, draw, useCode } from './react.js';

draw(() => {
  const [code, setCode] = useCode();
  return createElement(
    'label',
    null,
    label,
    createElement('input', {
      name: 'code',
      value: code,
      onChange: ({ target }) => setCode(target.value.replace(/\D/g, '').slice(0, digits)),
    }),
  );
});
