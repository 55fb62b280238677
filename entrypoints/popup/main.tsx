/** The toolbar popup: draws what `popup-asks` asked for. Other pages load this file for what they share with it: then it does nothing. */
import { drawPopup } from '../../components/popup/draw-popup.tsx';

const root = document.getElementById('popup');
if (root !== null) await drawPopup(root);
