/** Parts that few openings of the popup need come with their words. */
export async function withWords<T>(part: Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([
    part,
    import('../text/page-words.ts').then(({ pageWords }) => pageWords()),
  ]);
  return loaded;
}
