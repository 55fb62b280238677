/** PrimeReact: InputOtp, digits only. */
import { PrimeReactProvider } from '@primereact/core';
import { InputOtp } from 'primereact/inputotp';
import { digits, label } from './page.js';
import { createElement, draw, useCode } from './react.js';

draw(() => {
  const [code, setCode] = useCode();
  const box = (_, index) => createElement(InputOtp.Text, { key: index, index });
  const boxes = createElement(
    InputOtp.Root,
    { value: code, integerOnly: true, length: digits, onValueChange: ({ value }) => setCode(value ?? '') },
    Array.from({ length: digits }, box),
  );
  return createElement(PrimeReactProvider, null, createElement('p', null, label), boxes);
});
