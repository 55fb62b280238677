/** react-verification-input: a transparent field over drawn characters; sends by itself. */
import VerificationInput from 'react-verification-input';
import { digits, label, send } from './page.js';
import { createElement, draw, useCode } from './react.js';

const Field = VerificationInput.default ?? VerificationInput;

draw(() => {
  const [code, setCode] = useCode();
  const field = createElement(Field, {
    length: digits,
    validChars: '0-9',
    value: code,
    onChange: setCode,
    onComplete: (whole) => void send(whole),
    inputProps: { inputMode: 'numeric', 'aria-label': label },
  });
  return createElement('div', null, createElement('p', null, label), field);
});
