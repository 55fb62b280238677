/** mui-one-time-password-input: boxes made of MUI text fields; sends by itself. */
import { MuiOtpInput } from 'mui-one-time-password-input';
import { digits, label, send } from './page.js';
import { createElement, draw, useCode } from './react.js';

draw(() => {
  const [code, setCode] = useCode();
  const boxes = createElement(MuiOtpInput, {
    value: code,
    onChange: setCode,
    length: digits,
    validateChar: (character) => /\d/.test(character),
    onComplete: (whole) => void send(whole),
  });
  return createElement('div', null, createElement('p', null, label), boxes);
});
