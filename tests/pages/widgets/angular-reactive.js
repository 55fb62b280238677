/** Angular: a reactive form control with validators. */
import '@angular/compiler';
import { Component } from '@angular/core';
import { FormControl, ReactiveFormsModule, Validators } from '@angular/forms';
import { draw } from './angular.js';
import { holds, label } from './page.js';

class Widget {
  label = label;
  code = new FormControl('', [Validators.required, Validators.pattern(/^\d{6}$/)]);
  constructor() {
    this.code.valueChanges.subscribe(() => holds(this.code.valid ? this.code.value : ''));
  }
}
const template = `<label for="code">{{ label }}</label><input id="code" [formControl]="code">`;

void draw(Component({ selector: 'practice-widget', imports: [ReactiveFormsModule], template })(Widget));
