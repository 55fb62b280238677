/** Angular: a template-driven `ngModel` on a number field. */
import '@angular/compiler';
import { Component } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { draw } from './angular.js';
import { digits, holds, label } from './page.js';

class Widget {
  label = label;
  code = null;
  /** A number loses leading zeros; the page puts them back, as such pages do. */
  changed(value) {
    this.code = value;
    holds(value === null ? '' : String(value).padStart(digits, '0'));
  }
}
const template = `<label for="code">{{ label }}</label>
<input id="code" name="code" type="number" [ngModel]="code" (ngModelChange)="changed($event)" [ngModelOptions]="{ standalone: true }">`;

void draw(Component({ selector: 'practice-widget', imports: [FormsModule], template })(Widget));
