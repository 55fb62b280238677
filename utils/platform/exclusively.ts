/** One writer at a time, also when the browser lets an old and a new worker of ours overlap. */
export function exclusively<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('tallystick-vault', work) as Promise<T>;
}
