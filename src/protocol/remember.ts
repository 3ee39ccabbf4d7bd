/** The same function, which gives its last result again as long as it is called with the very same arguments. */
export function remember<A extends readonly unknown[], R>(make: (...args: A) => R): (...args: A) => R {
  let last: { args: A; result: R } | undefined;
  return (...args) => {
    if (!last?.args.every((arg, index) => Object.is(arg, args[index]))) {
      last = { args, result: make(...args) };
    }
    return last.result;
  };
}
