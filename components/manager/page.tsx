/** The frame of every section of the full page: a title that takes the focus, what can be done, and the contents. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  readonly title: string;
  readonly lead?: string;
  /** A link back, shown above the title. */
  readonly back?: { readonly href: string; readonly label: string };
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function Page({ title, lead, back, actions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // A screen reader would not say that the section changed.
  useEffect(() => heading.current?.focus(), []);
  return (
    <main class="page">
      <header class="page-head">
        <div>
          {back !== undefined && (
            <a class="page-back" href={back.href}>
              ← {back.label}
            </a>
          )}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p class="page-lead">{lead}</p>}
        </div>
        {actions !== undefined && <div class="page-actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
}

/** A titled block of a page. */
export function Block({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="block" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
