/**
 * Each trick wants one click on the mark of a helper from a person who means something else, or sees nothing. It begins once
 * there is a mark; then `window.__armed` is true and `window.__target` is where the person is lured to, in the page's pixels.
 */
const { trick } = document.body.querySelector('[data-trick]').dataset;
const field = document.getElementById('otp');
const lure = document.getElementById('lure');
const { documentElement: root, body } = document;
window.__armed = false;

const force = (element, values) => {
  for (const [name, value] of Object.entries(values)) element.style.setProperty(name, value, 'important');
};
const middleOf = (element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};
/** The lure over the mark, seen and let through. */
const cover = (mark, element = lure) => {
  const { x, y } = middleOf(mark);
  force(element, { position: 'fixed', inset: 'auto', margin: '0', left: `${x - 60}px`, top: `${y - 20}px` });
  force(element, { width: '120px', height: '40px', 'z-index': '2147483647', 'pointer-events': 'none' });
};
const onTop = (mark, element = lure) => {
  element.popover = 'manual';
  element.showPopover();
  cover(mark, element);
};
/** The lure stays where it is, and what is wanted comes to the pointer over it. */
const follow = (move) =>
  window.addEventListener('pointermove', ({ clientX, clientY }) => move(clientX, clientY));
const fieldTo = (mark) => {
  const at = middleOf(mark);
  const place = field.getBoundingClientRect();
  return (x, y) => {
    force(field, { position: 'fixed', margin: '0', width: `${place.width}px` });
    force(field, { left: `${x - (at.x - place.left)}px`, top: `${y - (at.y - place.top)}px` });
    window.dispatchEvent(new Event('resize'));
  };
};
const targetMark = (mark) => middleOf(mark);
const targetLure = () => middleOf(lure);

/** Each returns where the person is lured to. */
const TRICKS = {
  open: targetMark,
  'faint-mark'(mark) {
    force(mark, { opacity: '0.02' });
    return middleOf(mark);
  },
  'faint-body'(mark) {
    onTop(mark);
    lure.remove();
    force(body, { opacity: '0.02' });
    return middleOf(mark);
  },
  'faint-root'(mark) {
    force(root, { opacity: '0.02' });
    return middleOf(mark);
  },
  'faint-parent'(mark) {
    const parent = document.createElement('div');
    force(parent, { opacity: '0.02' });
    root.append(parent);
    parent.append(mark);
    mark.showPopover();
    return middleOf(mark);
  },
  'filtered-root'(mark) {
    force(root, { filter: 'opacity(2%)' });
    return middleOf(mark);
  },
  'masked-mark'(mark) {
    force(mark, { 'mask-image': 'linear-gradient(transparent, transparent)' });
    return middleOf(mark);
  },
  'blended-mark'(mark) {
    force(mark, { 'mix-blend-mode': 'multiply', filter: 'brightness(0) invert(1)' });
    return middleOf(mark);
  },
  'large-mark'(mark) {
    force(mark, { transform: 'scale(30)', opacity: '0.02' });
    return middleOf(mark);
  },
  'zoomed-root'(mark) {
    force(root, { zoom: '0.5' });
    // Whoever puts the mark beside the field does it now, before the person is lured there.
    window.dispatchEvent(new Event('resize'));
    return middleOf(mark);
  },
  'zoomed-mark'(mark) {
    force(mark, { zoom: '20', opacity: '0.02', left: '0', top: '0' });
    return middleOf(mark);
  },
  overlay(mark) {
    mark.hidePopover();
    force(mark, { display: 'block' });
    cover(mark);
    return middleOf(mark);
  },
  'cover-popover'(mark) {
    onTop(mark);
    return middleOf(mark);
  },
  'cover-again'(mark) {
    // On top of everything again in each frame, whoever else goes there.
    const again = () => {
      if (lure.matches(':popover-open')) lure.hidePopover();
      onTop(mark);
      requestAnimationFrame(again);
    };
    again();
    return middleOf(mark);
  },
  'cover-until-pressed'(mark) {
    onTop(mark);
    window.addEventListener('pointerdown', () => lure.hidePopover(), true);
    return middleOf(mark);
  },
  'cover-hidden-root'(mark) {
    const host = document.createElement('div');
    body.append(host);
    host.attachShadow({ mode: 'closed' }).append(lure);
    onTop(mark);
    return middleOf(mark);
  },
  'cover-dialog'(mark) {
    const dialog = document.createElement('dialog');
    dialog.append(lure.textContent);
    body.append(dialog);
    dialog.showModal();
    cover(mark, dialog);
    force(dialog, { 'pointer-events': 'none' });
    return middleOf(mark);
  },
  'picture-of-page'(mark) {
    if (document.startViewTransition === undefined) return middleOf(mark);
    const look = document.createElement('style');
    look.textContent = `::view-transition{pointer-events:none}
::view-transition-group(*),::view-transition-image-pair(*){pointer-events:none}
::view-transition-old(root),::view-transition-new(root){animation-duration:60s;pointer-events:none}`;
    document.head.append(look);
    document.startViewTransition(() => cover(mark));
    return middleOf(mark);
  },
  'inert-until-pressed'(mark) {
    mark.inert = true;
    window.addEventListener('pointerdown', () => (mark.inert = false), true);
    return middleOf(mark);
  },
  'mark-to-pointer'(mark) {
    follow((x, y) => force(mark, { left: `${x - 11}px`, top: `${y - 11}px` }));
    return targetLure();
  },
  'field-to-pointer'(mark) {
    const to = fieldTo(mark);
    follow((x, y) => to(x, y));
    return targetLure();
  },
  'scroll-to-pointer'(mark) {
    force(body, { 'padding-bottom': '3000px' });
    follow((_, y) => window.scrollBy(0, middleOf(mark).y - y));
    return { x: middleOf(mark).x, y: targetLure().y };
  },
  'second-click'(mark) {
    const to = fieldTo(mark);
    lure.addEventListener('click', ({ clientX, clientY }) => to(clientX, clientY));
    window.__clicks = 2;
    return targetLure();
  },
};

const wait = setInterval(() => {
  const mark = [...root.children].find((element) => element.matches('div[popover]'));
  if (mark === undefined) return;
  clearInterval(wait);
  const { x, y } = TRICKS[trick](mark);
  // What fills more than the window is under the pointer anywhere in it.
  window.__target = { x: Math.min(x, innerWidth - 10), y: Math.min(y, innerHeight - 10) };
  window.__armed = true;
}, 20);
