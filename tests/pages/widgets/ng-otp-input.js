/** ng-otp-input: boxes over Angular's reactive forms. */
import '@angular/compiler';
import { Component } from '@angular/core';
import { NgOtpInputComponent } from 'ng-otp-input';
import { draw } from './angular.js';
import { digits, holds, label } from './page.js';

class Widget {
  label = label;
  config = { length: digits, allowNumbersOnly: true, disableAutoFocus: true };
  changed(code) {
    holds(code);
  }
}
const template = `<p>{{ label }}</p><ng-otp-input [config]="config" (onInputChange)="changed($event)"></ng-otp-input>`;

void draw(Component({ selector: 'practice-widget', imports: [NgOtpInputComponent], template })(Widget));
