/** Zag: the pin input that Ark and Chakra draw. Sends by itself. */
import { connect, machine } from '@zag-js/pin-input';
import { normalizeProps, useMachine } from '@zag-js/react';
import { digits, label, send } from './page.js';
import { createElement, draw, useCode } from './react.js';

draw(() => {
  const [, setCode] = useCode();
  const service = useMachine(machine, {
    id: 'pin',
    count: digits,
    onValueChange: ({ valueAsString }) => setCode(valueAsString),
    onValueComplete: ({ valueAsString }) => void send(valueAsString),
  });
  const api = connect(service, normalizeProps);
  const boxes = Array.from({ length: digits }, (_, index) =>
    createElement('input', { key: index, className: 'box', ...api.getInputProps({ index }) }),
  );
  return createElement(
    'div',
    api.getRootProps(),
    createElement('label', api.getLabelProps(), label),
    createElement('div', api.getControlProps(), boxes),
  );
});
