/** react-otp-input: controlled boxes. */
import OtpInput from 'react-otp-input';
import { digits, label } from './page.js';
import { createElement, draw, useCode } from './react.js';

// A module of the old kind, whose default the bundler may wrap.
const Boxes = OtpInput.default ?? OtpInput;

draw(() => {
  const [code, setCode] = useCode();
  const boxes = createElement(Boxes, {
    value: code,
    onChange: setCode,
    numInputs: digits,
    inputType: 'tel',
    renderInput: (properties) => createElement('input', properties),
  });
  return createElement('div', null, createElement('h2', null, label), boxes);
});
