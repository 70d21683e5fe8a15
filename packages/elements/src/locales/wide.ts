/** The shape of messages: any text where one language has its own, any function of the same arguments. */
export type Wide<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof T]: Wide<T[Key]> };
