/** The toolbar popup: draws what `popup-asks` asked for. Other pages load this file for what they share with it: then it does nothing. */
import { drawPopup } from '../../components/popup/draw-popup.tsx';
import look from './popup-look.css?inline';

const root = document.getElementById('popup');
if (root !== null) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(look);
  document.adoptedStyleSheets = [sheet];
  await drawPopup(root);
}
