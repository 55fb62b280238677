/** The end of the rows drawn so far: calls when it is nearly in view. */
import { useEffect, useRef } from 'preact/hooks';

export function ShowMore({ onSeen }: { readonly onSeen: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (end.current === null) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onSeen();
      },
      { rootMargin: '600px' },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [onSeen]);
  return <div ref={end} class="list-end" />;
}
