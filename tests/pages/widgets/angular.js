/** Starts an Angular component, compiled in the page. Each page brings the compiler first: the library comes half-built. */
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { make, ready, root } from './page.js';

export async function draw(component) {
  root.append(make('practice-widget'));
  await bootstrapApplication(component, { providers: [provideZonelessChangeDetection()] });
  ready();
}
